import type { Translate } from './translate';

/** What is written in the box, and what its tooltip adds; not its spoken name, which says where it leads, too. */
function wordsOf(step: Element): string {
  const written = [...step.querySelectorAll('text')].map((line) => line.textContent);
  return [step.querySelector('title')?.textContent, ...written].join(' ');
}

/** Marks the steps in whose words the searched one is, and goes through them with Enter; Escape ends it. */
export function createSearch(pane: HTMLElement, input: HTMLInputElement, say: (text: string) => void, t: Translate) {
  const steps = () => [...pane.querySelectorAll<SVGElement>('.up-step[data-step]')];
  const found = () => steps().filter((step) => step.hasAttribute('data-found'));
  let at = -1;

  const apply = () => {
    const wanted = input.value.trim().toLowerCase();
    for (const drawing of pane.querySelectorAll('svg.up-flow'))
      drawing.toggleAttribute('data-searching', wanted !== '');
    for (const step of steps()) {
      step.toggleAttribute('data-found', wanted !== '' && wordsOf(step).toLowerCase().includes(wanted));
    }
  };
  const go = (by: number) => {
    const all = found();
    if (all.length === 0) return;
    at = (at + by + all.length) % all.length;
    all[at]?.scrollIntoView({ block: 'center', inline: 'center' });
    say(
      t('Hit {0} of {1}: {2}', at + 1, all.length, all[at]?.querySelector('title')?.textContent?.split('\n')[0] ?? ''),
    );
  };

  input.addEventListener('input', () => {
    apply();
    at = -1;
    if (input.value.trim() !== '') {
      const count = found().length;
      say(count === 1 ? t('1 step found') : t('{0} steps found', count));
      if (count > 0) go(1);
    }
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && input.value !== '') {
      input.value = '';
      apply();
    } else return;
    event.preventDefault();
  });
  return { apply };
}
