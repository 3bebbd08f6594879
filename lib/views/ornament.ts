import { drawOrnament } from '../site/ornament/draw-ornament';
import type { Ornament } from '../site/ornament/families';
import type { Site } from '../site/site';

/** The ornament of a name, as the slug of a post or the id of an author; none where the settings have none. */
export function viewOrnament(name: string, { ornaments }: Pick<Site, 'ornaments'>): { ornament?: Ornament } {
  return ornaments ? { ornament: drawOrnament(name) } : {};
}
