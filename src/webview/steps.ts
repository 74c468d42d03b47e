/**
 * The keyboard's way through a drawing: one tab stop; down and up follow the lines, left and right choose between the
 * ways out of the step one came from, or go through all steps in order; Home and End.
 */
export function listenToKeys(pane: HTMLElement): void {
  const way: Way = { from: undefined };
  pane.addEventListener('keydown', (event) => {
    const step = (event.target as Element).closest<SVGElement>('.up-step');
    const flow = step?.closest('svg');
    if (step === null || step === undefined || flow === null || flow === undefined) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = nextStep(event.key, step, flow, way);
    if (target === undefined) return;
    event.preventDefault();
    focusStep(target, flow);
  });
  pane.addEventListener('focusin', (event) => {
    const step = (event.target as Element).closest<SVGElement>('.up-step');
    const flow = step?.closest('svg');
    if (step && flow) makeStop(step, flow);
  });
}

/** The step from which one went down to the step at hand. */
interface Way {
  from: SVGElement | undefined;
}

/** After an update: every drawing has exactly one tab stop. */
export function settleStops(pane: HTMLElement): void {
  for (const flow of pane.querySelectorAll('svg.up-flow')) {
    const stops = flow.querySelectorAll('.up-step[tabindex="0"]');
    for (const [index, stop] of stops.entries()) if (index > 0) stop.setAttribute('tabindex', '-1');
    if (stops.length === 0) flow.querySelector('.up-step')?.setAttribute('tabindex', '0');
  }
}

function nextStep(key: string, step: SVGElement, flow: Element, way: Way): SVGElement | undefined {
  const all = [...flow.querySelectorAll<SVGElement>('.up-step[tabindex]')];
  const at = all.indexOf(step);
  const byIds = (ids: string | undefined) =>
    (ids?.split(' ') ?? []).flatMap((id) => all.find((other) => other.dataset.step === id) ?? []);
  const ways = way.from?.isConnected ? byIds(way.from.dataset.next) : [];
  const isBranch = ways.length > 1 && ways.includes(step);
  const before = byIds(step.dataset.previous);
  switch (key) {
    case 'ArrowDown':
      way.from = step;
      return byIds(step.dataset.next)[0] ?? all[at + 1];
    case 'ArrowUp': {
      const back = way.from !== undefined && before.includes(way.from) ? way.from : (before[0] ?? all[at - 1]);
      way.from = undefined;
      return back;
    }
    case 'ArrowRight':
      return isBranch ? ways[ways.indexOf(step) + 1] : all[at + 1];
    case 'ArrowLeft':
      return isBranch ? ways[ways.indexOf(step) - 1] : all[at - 1];
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}

function focusStep(step: SVGElement, flow: Element): void {
  makeStop(step, flow);
  step.focus();
  step.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function makeStop(step: Element, flow: Element): void {
  for (const other of flow.querySelectorAll('.up-step[tabindex="0"]'))
    if (other !== step) other.setAttribute('tabindex', '-1');
  step.setAttribute('tabindex', '0');
}
