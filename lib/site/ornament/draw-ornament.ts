import { FAMILIES, type Ornament } from './families';
import { createChoices } from './random';

/** The ornament of a name, such as the slug of a post: the same for ever. */
export function drawOrnament(name: string): Ornament {
  const choices = createChoices(name.normalize('NFC'));
  return choices.pick(FAMILIES)(choices);
}
