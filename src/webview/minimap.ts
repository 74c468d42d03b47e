const namespace = 'http://www.w3.org/2000/svg';
/** Fewer steps are found without a map. */
const fewest = 40;
/** Pixels on the screen, at most. */
const [widest, highest] = [140, 220];

/** A large flow in small, with the part on the screen framed; a press goes there. For the eye alone: keys have their own way. */
export function createMinimap(pane: HTMLElement) {
  const element = document.createElement('div');
  element.className = 'up-minimap';
  element.setAttribute('aria-hidden', 'true');
  element.hidden = true;
  const map = document.createElementNS(namespace, 'svg');
  const frame = document.createElementNS(namespace, 'rect');
  frame.setAttribute('class', 'up-minimap-frame');
  element.append(map);

  let flow: SVGSVGElement | undefined;
  const draw = () => {
    flow = [...pane.querySelectorAll<SVGSVGElement>('svg.up-flow')].find(
      (drawing) => drawing.querySelectorAll('.up-step').length > fewest,
    );
    element.hidden = flow === undefined;
    if (flow === undefined) return;
    const { width, height } = flow.viewBox.baseVal;
    const scale = Math.min(widest / width, highest / height);
    map.setAttribute('viewBox', `0 0 ${width} ${height}`);
    map.setAttribute('width', String(Math.round(width * scale)));
    map.setAttribute('height', String(Math.round(height * scale)));
    const [, left = '0', top = '0'] =
      /translate\(([-\d.]+),([-\d.]+)\)/.exec(flow.querySelector('.up-steps')?.getAttribute('transform') ?? '') ?? [];
    const boxes = [...flow.querySelectorAll<SVGGElement>('.up-step')].map((step) => {
      const box = step.querySelector<SVGPathElement>('.up-shape')?.getBBox();
      const rect = document.createElementNS(namespace, 'rect');
      rect.setAttribute('class', `${step.getAttribute('class') ?? ''}`.replace('up-step', 'up-minimap-step'));
      rect.setAttribute('x', String((box?.x ?? 0) + Number(left)));
      rect.setAttribute('y', String((box?.y ?? 0) + Number(top)));
      rect.setAttribute('width', String(box?.width ?? 0));
      rect.setAttribute('height', String(box?.height ?? 0));
      return rect;
    });
    map.replaceChildren(...boxes, frame);
    look();
  };

  /** The frame, anew after the drawing was scrolled or made larger. */
  const look = () => {
    if (flow === undefined || element.hidden) return;
    const [drawing, view] = [flow.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (drawing.width === 0) return;
    const unit = flow.viewBox.baseVal.width / drawing.width;
    const from = (edge: number, of: number) => Math.max(0, (edge - of) * unit);
    const [x, y] = [from(view.left, drawing.left), from(view.top, drawing.top)];
    frame.setAttribute('x', String(x));
    frame.setAttribute('y', String(y));
    frame.setAttribute('width', String(Math.max(0, from(Math.min(view.right, drawing.right), drawing.left) - x)));
    frame.setAttribute('height', String(Math.max(0, from(Math.min(view.bottom, drawing.bottom), drawing.top) - y)));
  };

  const goTo = (event: PointerEvent) => {
    if (flow === undefined) return;
    const [small, drawing, view] = [
      map.getBoundingClientRect(),
      flow.getBoundingClientRect(),
      pane.getBoundingClientRect(),
    ];
    const along = (at: number, start: number, size: number) => Math.min(1, Math.max(0, (at - start) / size));
    pane.scrollBy({
      left: drawing.left + along(event.clientX, small.left, small.width) * drawing.width - view.left - view.width / 2,
      top: drawing.top + along(event.clientY, small.top, small.height) * drawing.height - view.top - view.height / 2,
      behavior: 'instant',
    });
  };
  element.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    goTo(event);
  });
  element.addEventListener('pointermove', (event) => {
    if (element.hasPointerCapture(event.pointerId)) goTo(event);
  });

  let asked = false;
  const soon = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      look();
    });
  };
  pane.addEventListener('scroll', soon, { passive: true });
  new ResizeObserver(soon).observe(pane);
  return { element, draw, look };
}
