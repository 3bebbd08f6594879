/** Runs before the first paint: a theme the reader chose here before holds from the first frame on. */
export const APPLY_THEME =
  "try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";
