/** Pixels: less is a click with an unsteady hand. */
const slack = 4;

/** The drawing follows the mouse while its button is held. A finger scrolls without help. */
export function panByDragging(pane: HTMLElement): void {
  let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | undefined;
  let moved = false;
  pane.addEventListener('pointerdown', (event) => {
    moved = false;
    if (event.pointerType !== 'mouse' || (event.button !== 0 && event.button !== 1)) return;
    const isOnDrawing = (event.target as Element).closest('svg, .up-flow-section') !== null;
    if (!isOnDrawing || (event.target as Element).closest('button, a') !== null) return;
    from = { x: event.clientX, y: event.clientY, left: pane.scrollLeft, top: pane.scrollTop };
    if (event.button === 1) event.preventDefault();
  });
  pane.addEventListener('pointermove', (event) => {
    if (from === undefined) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!moved && Math.hypot(x, y) < slack) return;
    if (!moved) {
      moved = true;
      // Only now: a captured pointer would take the click away from the step.
      pane.setPointerCapture(event.pointerId);
      pane.classList.add('up-panning');
    }
    pane.scrollTo({ left: from.left - x, top: from.top - y, behavior: 'instant' });
  });
  const end = () => {
    from = undefined;
    pane.classList.remove('up-panning');
  };
  pane.addEventListener('pointerup', end);
  pane.addEventListener('pointercancel', end);
  // The click at the end of a drag is none.
  pane.addEventListener(
    'click',
    (event) => {
      if (!moved) return;
      moved = false;
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    { capture: true },
  );
}
