/** Folders of the site whose files have a hash of their contents in their names: a browser may keep them for good. */
export const IMMUTABLE_FOLDERS = ['media', 'cards', 'elements'];

export const IMMUTABLE = 'public, max-age=31536000, immutable';
