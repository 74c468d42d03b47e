/**
 * Holds the drawing still while it changes: what is at the caret, else the step nearest to the middle, stays where it
 * is on the screen. Returns what is to be called after the change.
 */
export function holdStill(pane: HTMLElement): () => void {
  const anchor = findAnchor(pane);
  if (anchor === undefined) return () => {};
  const before = anchor.getBoundingClientRect();
  return () => {
    if (!anchor.isConnected) return;
    const after = anchor.getBoundingClientRect();
    const [x, y] = [after.left - before.left, after.top - before.top];
    // Boxes grow around their middle, the size of a pixel is no move.
    if (Math.abs(x) >= 1 || Math.abs(y) >= 1) pane.scrollBy({ left: x, top: y, behavior: 'instant' });
  };
}

function findAnchor(pane: HTMLElement): Element | undefined {
  if (pane.clientHeight === 0) return undefined;
  const view = pane.getBoundingClientRect();
  const isInView = (box: DOMRect) =>
    box.bottom > view.top && box.top < view.bottom && box.right > view.left && box.left < view.right;
  const current = pane.querySelector('.up-step[data-current]');
  if (current !== null && isInView(current.getBoundingClientRect())) return current;
  let best: Element | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const step of pane.querySelectorAll('.up-step')) {
    const box = step.getBoundingClientRect();
    if (!isInView(box)) continue;
    const distance = Math.hypot(
      box.left + box.width / 2 - view.left - view.width / 2,
      box.top + box.height / 2 - view.top - view.height / 2,
    );
    if (distance >= bestDistance) continue;
    best = step;
    bestDistance = distance;
  }
  return best;
}
