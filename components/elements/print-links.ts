/** What paper cannot do: follow links to other sites, play films and recordings. */
const pressed = '.prose :is(a[href^="http"], video, audio)';

/** Numbers these when the page is printed, and lists their addresses at the end of the text. */
export function watchPrinting(): void {
  const added: ChildNode[] = [];
  addEventListener('beforeprint', () => {
    const addresses: string[] = [];
    const add = (before: Element | null, node: ChildNode) => {
      before?.after(node);
      added.push(node);
    };
    for (const element of document.querySelectorAll<HTMLAnchorElement & HTMLMediaElement>(pressed)) {
      const address = element.href || element.currentSrc;
      add(element, new Text(` [${addresses.indexOf(address) + 1 || addresses.push(address)}]`));
    }
    const list = document.createElement('p');
    list.className = 'print-links';
    list.textContent = addresses.map((address, at) => `[${at + 1}] ${address}`).join('\n');
    add(document.querySelector('.prose'), list);
  });
  addEventListener('afterprint', () => {
    for (const node of added.splice(0)) node.remove();
  });
}
