/** Before the first page is asked for, `next dev` reads the content and starts to watch it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { getContent } = await import('./lib/content/posts');
  const { watchContent } = await import('./lib/dev/watch-content');
  const { writePostComponents } = await import('./lib/post-components');
  watchContent(() => writePostComponents(getContent()));
  getContent();
}
