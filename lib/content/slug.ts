/** Characters that carry meaning in the names of languages and tools, and how an address spells them. */
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/\+\+/g, 'pp'],
  [/(?<=[\p{L}\p{N}])#/gu, 'sharp'],
  [/(?<=[\p{L}\p{N}])\*/gu, 'star'],
  [/^\.(?=[\p{L}])/u, 'dot'],
  [/(?<=\p{L})\.(?=\p{L})/gu, ''],
  [/&/g, ' and '],
  [/\+/g, ' plus '],
  [/@/g, ' at '],
  [/%/g, ' percent '],
  [/['’]/g, ''],
];

/**
 * The address form of a name in any script: `C++` → `cpp`, `C#` → `csharp`, `.NET` → `dotnet`, `Node.js` → `nodejs`,
 * `R&D` → `r-and-d`, `日本語` stays. Empty where a name has no letter, number or pictograph.
 */
export function toSlug(name: string): string {
  const spelled = SPELLED.reduce(
    (text, [pattern, word]) => text.replace(pattern, word),
    name.normalize('NFC').trim(),
  );
  return spelled
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .normalize('NFC');
}

/** True for text that can stand in an address as it is: letters, numbers, hyphens, dots and underscores of any script. */
export function isSlug(text: string): boolean {
  return /^[\p{L}\p{N}_\p{Extended_Pictographic}][\p{L}\p{M}\p{N}\p{Extended_Pictographic}._~-]*$/u.test(
    text,
  );
}

/** What keeps a text from being the address of a post or page, as the end of a sentence; undefined where nothing does. */
export function findSlugFault(text: string): string | undefined {
  if (!isSlug(text)) return 'has characters that an address cannot hold';
  // At /posts/<slug>.md readers find a post as Markdown.
  return /\.md$/i.test(text) ? 'ends in ".md", as the addresses of Markdown do' : undefined;
}
