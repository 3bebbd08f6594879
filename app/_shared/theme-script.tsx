/** Runs before the first paint: a theme the reader chose here before holds from the first frame on. */
const APPLY_THEME =
  "try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

export async function ThemeScript() {
  if (process.env.NODE_ENV !== 'production') {
    const { LiveScript } = await import('@/components/dev/live-script');
    return <LiveScript code={APPLY_THEME} />;
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this project.
  return <script data-colophon="" dangerouslySetInnerHTML={{ __html: APPLY_THEME }} />;
}
