/** Before the first page is asked for, `next dev` reads the content and starts to watch it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { getContent } = await import('./lib/content/posts');
  const { watchContent } = await import('./lib/dev/watch-content');
  const { tellChange, tellIndex } = await import('./lib/dev/tell-problems');
  const { writePostComponents } = await import('./lib/post-components');
  watchContent((files) => {
    writePostComponents(getContent());
    void tellChange(getContent(), files);
  });
  tellIndex(getContent());
}
