/** A style sheet as it may stand in a `<style>` element. */
export function embedStyle(css: string): string {
  return css.replace(/<(?=\/style)/gi, '\\3c ');
}
