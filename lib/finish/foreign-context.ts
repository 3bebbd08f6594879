/** Elements of SVG and MathML that contain HTML again (HTML standard, "HTML integration point" and "MathML text"). */
const INTEGRATION_POINTS = new Set([
  ...['foreignobject', 'desc', 'title'],
  ...['annotation-xml', 'mi', 'mo', 'mn', 'ms', 'mtext'],
]);

/** Follows whether the tags that are being read are of SVG or MathML, where `style` and `script` contain markup. */
export class ForeignContext {
  readonly #open: { readonly name: string; readonly isForeign: boolean }[] = [];

  get isForeign(): boolean {
    return this.#open.at(-1)?.isForeign ?? false;
  }

  open(name: string): void {
    if (name === 'svg' || name === 'math') this.#open.push({ name, isForeign: true });
    else if (this.isForeign && INTEGRATION_POINTS.has(name)) this.#open.push({ name, isForeign: false });
  }

  close(name: string): void {
    if (this.#open.at(-1)?.name === name) this.#open.pop();
  }
}
