/** Marks what stands for a place in the text, on every tab. Returns the marked elements. */
export function markSource(source: string | null | undefined): readonly Element[] {
  for (const marked of document.querySelectorAll('[data-current]')) {
    if ((marked as HTMLElement | SVGElement).dataset.src === source) continue;
    marked.removeAttribute('data-current');
    marked.removeAttribute('aria-current');
  }
  if (source === null || source === undefined) return [];
  const elements = [...document.querySelectorAll(`[data-src="${CSS.escape(source)}"]`)];
  for (const element of elements) {
    element.setAttribute('data-current', '');
    element.setAttribute('aria-current', 'true');
  }
  return elements;
}

/** Scrolls only where the thing is out of sight; of one that is larger than the window, a part is enough. */
export function bringIntoView(element: Element): void {
  const pane = element.closest('.up-pane');
  if (pane === null || pane.clientHeight === 0) return;
  const box = element.getBoundingClientRect();
  const view = pane.getBoundingClientRect();
  const isSeen = box.top >= view.top && box.bottom <= view.bottom && box.left >= view.left && box.right <= view.right;
  const isLarger = box.height > view.height || box.width > view.width;
  const touches = box.top < view.bottom && box.bottom > view.top && box.left < view.right && box.right > view.left;
  if (isSeen || (isLarger && touches)) return;
  const place = isLarger ? 'start' : 'center';
  element.scrollIntoView({
    block: place,
    inline: isLarger ? 'nearest' : place,
    behavior: isCalm() ? 'auto' : 'smooth',
  });
}

function isCalm(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
