/** The list that lib/next/post-components.ts writes for the bundler: files of components by path below the content folder. */
declare module '@post-components' {
  export const postComponents: Record<string, () => Promise<Record<string, unknown>>>;
}
