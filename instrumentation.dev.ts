/** Before the first page is asked for, `next dev` reads the content, watches it, and makes itself ready. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { getContent } = await import('./lib/content/posts');
  const { watchContent } = await import('./lib/dev/watch-content');
  const { tellChange, tellIndex } = await import('./lib/dev/tell-problems');
  const { warmUp } = await import('./lib/dev/warm-up');
  const { writePostComponents } = await import('./lib/post-components');
  watchContent((files) => {
    writePostComponents(getContent());
    void tellChange(getContent(), files);
  });
  tellIndex(getContent());
  // After this function: until it ends nothing is answered.
  if (process.env.PORT) setTimeout(warmUp, 0, getContent(), process.env.PORT);
}
