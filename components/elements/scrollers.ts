/** Takes what does not overflow out of the order of the Tab key, and puts it back when it does. */
export function watchScrollers(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scroller = target.parentElement;
      if (!scroller) continue;
      if (scroller.scrollWidth > scroller.clientWidth) scroller.tabIndex = 0;
      else scroller.removeAttribute('tabindex');
    }
  });
  for (const content of document.querySelectorAll('[role=group][tabindex] > *')) {
    observer.observe(content);
  }
}
