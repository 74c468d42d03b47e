import { type DiffNames, type DiffPicture, type DiffView, diffViews } from '../../protocol/diff';
import { createZoomBar, make, sayer } from '../layout';
import type { Translate } from '../translate';

/** The frame of the page: what is compared, what it means at the left, both versions in one drawing at the right. */
export function createDiffLayout(t: Translate) {
  const title = make('h1', { class: 'up-title' });
  const names = make('span', { class: 'up-counts' });
  const textDiff = make('button', { type: 'button', class: 'up-diff-text' }, t('Open the text difference'));
  const words: Readonly<Record<DiffView, string>> = { both: t('Both'), before: t('Before'), after: t('After') };
  const buttons = diffViews.map((view) =>
    make('button', { type: 'button', 'data-view': view, 'aria-pressed': 'false' }, words[view]),
  );
  const hint = t('Hold B to see it as it was');
  buttons[diffViews.indexOf('before')]?.setAttribute('title', hint);
  const views = make('div', { class: 'up-views', role: 'group', 'aria-label': t('Version on show') }, ...buttons);
  const sign = (kind: string, text: string) =>
    make('span', { class: `up-legend-item up-legend-${kind}` }, make('span', { 'aria-hidden': 'true' }), text);
  const legend = make(
    'p',
    { class: 'up-legend' },
    sign('added', t('new')),
    sign('removed', t('gone')),
    sign('changed', t('changed')),
    make('span', { class: 'up-legend-hint' }, hint),
  );
  const zoomBar = createZoomBar(t);
  const tools = make('div', { class: 'up-diff-tools' }, views, legend, zoomBar.element);
  const header = make(
    'header',
    { class: 'up-header up-diff-header', hidden: '' },
    make('div', { class: 'up-heading' }, title, names, textDiff),
  );
  const strip = { text: make('span'), button: make('button', { type: 'button' }, t('Go to the line')) };
  const stripBox = make('div', { class: 'up-strip', role: 'status', hidden: '' }, strip.text, strip.button);
  const list = make('div', {
    class: 'up-pane up-diff-pane',
    tabindex: '0',
    role: 'region',
    'aria-label': t('Changes'),
  });
  const flow = make('div', {
    class: 'up-pane up-pane-flow',
    tabindex: '0',
    role: 'region',
    'aria-label': t('Both versions in one drawing'),
  });
  const drawing = make('div', { class: 'up-diff-drawing' }, tools, flow);
  const main = make('main', { class: 'up-main up-diff-main', hidden: '' }, list, drawing);
  const live = make('p', { class: 'up-live', 'aria-live': 'polite' });
  const reading = make('p', { class: 'up-reading' }, t('Comparing both versions…'));
  document.getElementById('page')?.append(reading, header, stripBox, main, live);

  return {
    list,
    flow,
    textDiff,
    strip,
    onZoom: zoomBar.onZoom,
    showZoom: zoomBar.showZoom,
    onView(choose: (view: DiffView) => void) {
      for (const [at, button] of buttons.entries())
        button.addEventListener('click', () => choose(diffViews[at] ?? 'both'));
    },
    showView(shown: DiffView) {
      for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.view === shown));
    },
    showHeader({ title: name, locale }: DiffPicture, { before = t('before'), after = t('after') }: DiffNames) {
      reading.remove();
      header.hidden = false;
      main.hidden = false;
      title.textContent = name;
      title.lang = locale;
      names.textContent = t('{0} → {1}', before, after);
    },
    /** Without a drawing the words have the whole page. */
    setDrawn(isDrawn: boolean) {
      drawing.hidden = !isDrawn;
      main.classList.toggle('up-diff-words-only', !isDrawn);
    },
    showStrip(text: string, withButton: boolean) {
      reading.remove();
      strip.text.textContent = text;
      strip.button.hidden = !withButton;
      stripBox.hidden = false;
    },
    hideStrip() {
      stripBox.hidden = true;
    },
    say: sayer(live),
  };
}
