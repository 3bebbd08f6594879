import type { Place } from '../../content/problems';
import type { SharedComponent } from '../../content/shared-components';
import { COMPONENT_NAMES } from '../elements/components';
import type { ComponentImport } from './imports';

/** Components of a blog that take the place of one of the engine, or of an HTML element, in all its texts. */
export function listReplacements(shared: readonly SharedComponent[]): SharedComponent[] {
  return shared.filter(({ name }) => isReplacement(name));
}

/** Components of a blog under names of their own, for texts that use them. */
export function listAdditions(shared: readonly SharedComponent[]): SharedComponent[] {
  return shared.filter(({ name }) => !isReplacement(name));
}

/** A component of the blog as a text would import it; its file is named from the content folder. */
export function toImport({ name, exported, file }: SharedComponent, place: Place): ComponentImport {
  return { local: name, exported, source: file, ...place };
}

function isReplacement(name: string): boolean {
  return /^[a-z]/.test(name) || COMPONENT_NAMES.some((known) => known === name);
}
