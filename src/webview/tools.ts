import type { Choice, Preview, PreviewWish } from '../protocol/preview';
import { make } from './layout';
import type { Translate } from './translate';

/** What can be asked of a drawing: a scenario, the slowest way in a class, phases in one box, a word. */
export function createTools(t: Translate, ask: (wish: PreviewWish) => void) {
  const scenario = make('select', { class: 'up-select' });
  const severity = make('select', { class: 'up-select' });
  const search = make('input', {
    type: 'search',
    class: 'up-search',
    placeholder: t('Search (/)'),
    'aria-label': t('Search the steps (/)'),
  });
  const phases = make('div', { class: 'up-folds', role: 'group', 'aria-label': t('Phases in one box') });
  const field = (name: string, select: HTMLSelectElement) =>
    make('label', { class: 'up-field' }, make('span', {}, name), select);
  const scenarioField = field(t('Scenario'), scenario);
  const severityField = field(t('Slowest first notice'), severity);
  const bar = make('div', { class: 'up-tools' }, scenarioField, severityField, phases, search);

  let wish: PreviewWish = {};
  let folded: readonly string[] = [];
  const change = (part: PreviewWish) => {
    // What is not wished for is not there.
    wish = Object.fromEntries(
      Object.entries({ ...wish, ...part }).filter(([, value]) => value !== undefined && value !== ''),
    );
    ask(wish);
  };
  const fold = (phase: string) =>
    change({ folded: folded.includes(phase) ? folded.filter((one) => one !== phase) : [...folded, phase] });
  scenario.addEventListener('change', () => change({ scenario: scenario.value }));
  severity.addEventListener('change', () => change({ severity: severity.value }));

  return {
    bar,
    search,
    unfold: (phase: string) => change({ folded: folded.filter((one) => one !== phase) }),
    show(preview: Preview, wished: PreviewWish) {
      wish = wished;
      const { phases: drawn } = preview;
      if (drawn !== undefined) folded = drawn.filter((phase) => phase.folded).map(({ id }) => id);
      fill(scenario, t('all'), preview.scenarios, wished.scenario, preview.locale);
      fill(severity, t('not shown'), preview.severities, wished.severity, preview.locale);
      scenarioField.hidden = preview.scenarios.length === 0;
      severityField.hidden = preview.severities.length === 0;
      bar.classList.toggle('up-nothing-to-play', scenarioField.hidden && severityField.hidden);
      if (drawn === undefined) return;
      // One phase alone divides nothing.
      phases.hidden = drawn.length < 2;
      const buttons = drawn.map(({ id, title, folded: isFolded }) => {
        const known = [...phases.querySelectorAll<HTMLButtonElement>('button')].find(
          ({ dataset }) => dataset.phase === id,
        );
        const button = known ?? make('button', { type: 'button', class: 'up-fold', 'data-phase': id }, title);
        if (known === undefined) button.addEventListener('click', () => fold(id));
        button.setAttribute('aria-pressed', String(isFolded));
        button.title = isFolded ? t('Show every step of "{0}"', title) : t('Draw "{0}" as one box', title);
        return button;
      });
      // What is moved would lose the focus.
      const now = [...phases.children];
      if (now.length !== buttons.length || buttons.some((button, at) => button !== now[at]))
        phases.replaceChildren(...buttons);
    },
  };
}

function fill(
  select: HTMLSelectElement,
  none: string,
  choices: readonly Choice[],
  chosen: string | undefined,
  locale: string,
) {
  const wanted = JSON.stringify([none, choices]);
  if (select.dataset.choices !== wanted) {
    select.dataset.choices = wanted;
    select.replaceChildren(
      make('option', { value: '' }, none),
      ...choices.map(({ id, title }) => make('option', { value: id, lang: locale }, title)),
    );
  }
  select.value = choices.some(({ id }) => id === chosen) ? (chosen ?? '') : '';
}
