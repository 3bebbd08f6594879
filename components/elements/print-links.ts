/** What paper cannot do: follow links to other sites, play films and recordings. */
const pressed = '.prose :is(a[href^="http"], video, audio)';

/**
 * Numbers these when the page is printed, and lists their addresses at the end of the text. Films and recordings
 * leave their names.
 */
export function watchPrinting(): void {
  const added: ChildNode[] = [];
  const add = (before: ChildNode | null, node: ChildNode) => {
    before?.after(node);
    added.push(node);
  };
  addEventListener('beforeprint', () => {
    const addresses: string[] = [];
    for (const element of document.querySelectorAll<HTMLAnchorElement & HTMLMediaElement>(pressed)) {
      const address = element.href || element.currentSrc;
      const number = addresses.indexOf(address) + 1 || addresses.push(address);
      add(element, new Text(`${element.ariaLabel ?? ''} [${number}]`));
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
