/** The keyboard's way through a drawing: one tab stop, arrows follow the lines, Home and End. */
export function listenToKeys(pane: HTMLElement): void {
  pane.addEventListener('keydown', (event) => {
    const step = (event.target as Element).closest<SVGElement>('.up-step');
    const flow = step?.closest('svg');
    if (step === null || step === undefined || flow === null || flow === undefined) return;
    const target = nextStep(event.key, step, flow);
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

/** After an update: every drawing has exactly one tab stop. */
export function settleStops(pane: HTMLElement): void {
  for (const flow of pane.querySelectorAll('svg.up-flow')) {
    const stops = flow.querySelectorAll('.up-step[tabindex="0"]');
    for (const [index, stop] of stops.entries()) if (index > 0) stop.setAttribute('tabindex', '-1');
    if (stops.length === 0) flow.querySelector('.up-step')?.setAttribute('tabindex', '0');
  }
}

function nextStep(key: string, step: SVGElement, flow: Element): SVGElement | undefined {
  const all = [...flow.querySelectorAll<SVGElement>('.up-step')];
  const at = all.indexOf(step);
  const byId = (id: string | undefined) => all.find((other) => other.dataset.step === id);
  switch (key) {
    case 'ArrowDown':
      return byId(step.dataset.next?.split(' ')[0]) ?? all[at + 1];
    case 'ArrowUp':
      return byId(step.dataset.previous?.split(' ')[0]) ?? all[at - 1];
    case 'ArrowRight':
      return all[at + 1];
    case 'ArrowLeft':
      return all[at - 1];
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
