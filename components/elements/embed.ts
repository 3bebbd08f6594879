/** Something of another site: its link is replaced by the frame named in `data-frame`, and not before it is pressed. */
export class EmbedElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const { frame } = this.dataset;
      // Whoever asks for a new window or tab gets the page itself.
      if (!frame || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const iframe = document.createElement('iframe');
      iframe.src = frame;
      iframe.title = this.querySelector('cite')?.textContent ?? '';
      iframe.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
      this.replaceChildren(iframe);
      iframe.focus();
    });
  }
}
