import japanese from '../../l10n/bundle.l10n.ja.json';
import { type Preview, type PreviewTab, previewTabs } from '../protocol/preview';
import { changeState, onMessage, readState, send } from './host';
import { createLayout } from './layout';
import { patchChildren } from './patch';
import { listenToKeys, settleStops } from './steps';
import { Zoom } from './zoom';

const isJapanese = document.documentElement.lang === 'ja';
const t = (message: string, ...values: readonly (string | number)[]): string => {
  const text = isJapanese ? ((japanese as Readonly<Record<string, string>>)[message] ?? message) : message;
  return text.replace(/\{(\d+)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
};

const layout = createLayout(t);
const zoom = new Zoom(layout.panes.flow, (percent) => layout.showZoom(percent));
let current: Preview | undefined;
let currentSource: string | null = null;
let told = 0;

selectTab(readState().tab ?? 'flow', false);
listenToKeys(layout.panes.flow);

layout.onTab((tab) => selectTab(tab, true));
layout.onZoom((how) =>
  how === 'in' ? zoom.by(1.2) : how === 'out' ? zoom.by(1 / 1.2) : how === 'fit' ? zoom.fit() : zoom.reset(),
);
layout.strip.button.addEventListener('click', () => {
  if (current?.broken !== undefined) send({ type: 'revealLine', line: current.broken.line });
});

for (const tab of previewTabs) {
  const pane = layout.panes[tab];
  pane.addEventListener(
    'scroll',
    () => changeState({ scroll: { ...readState().scroll, [tab]: [pane.scrollLeft, pane.scrollTop] } }),
    { passive: true },
  );
  pane.addEventListener('click', (event) => clicked(event, false));
  pane.addEventListener('dblclick', (event) => clicked(event, true));
  pane.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') clicked(event, true);
  });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || layout.tab() !== 'flow') return;
  if (event.key === '+' || event.key === '=') zoom.by(1.2);
  else if (event.key === '-') zoom.by(1 / 1.2);
  else if (event.key === '0') zoom.reset();
  else if (event.key === 'f') zoom.fit();
});

onMessage((message) => {
  if (message.type === 'preview') show(message.preview);
  else if (message.type === 'caret') markSource(message.source, true);
  else layout.showStrip(t('This file is not open any more.'), false);
});
send({ type: 'ready' });

/** An older picture than the one on show is dropped. */
function show(preview: Preview): void {
  const isOther = current?.uri !== preview.uri;
  if (!isOther && current !== undefined && preview.version < current.version) return;
  const isFirst = current === undefined;
  current = preview;
  changeState({ uri: preview.uri });
  layout.showHeader(preview);
  if (preview.tabs === undefined) {
    const { broken } = preview;
    layout.showStrip(
      t('Showing the plan from before line {0}: {1}', (broken?.line ?? 0) + 1, broken?.message ?? ''),
      true,
    );
    layout.setStale(true);
    if (isFirst || isOther)
      for (const tab of previewTabs)
        patchChildren(layout.panes[tab], [
          {
            tag: 'p',
            attributes: { class: 'up-empty' },
            children: [t('As soon as the file can be read, its picture is here.')],
          },
        ]);
    return;
  }
  layout.hideStrip();
  layout.setStale(false);
  for (const tab of previewTabs) {
    layout.panes[tab].lang = preview.locale;
    patchChildren(layout.panes[tab], [preview.tabs[tab]]);
  }
  zoom.apply();
  settleStops(layout.panes.flow);
  if (isFirst) restoreScroll();
  markSource(currentSource, false);
  announce(preview);
}

function restoreScroll(): void {
  const { scroll = {} } = readState();
  for (const tab of previewTabs) {
    const [left, top] = scroll[tab] ?? [0, 0];
    layout.panes[tab].scrollTo(left, top);
  }
}

/** At most every two seconds, for those who hear the page. */
function announce({ counts }: Preview): void {
  const now = Date.now();
  if (now - told < 2000) return;
  told = now;
  const problems = counts.errors + counts.warnings;
  layout.say(problems === 0 ? t('Preview updated') : t('Preview updated, {0} problems', problems));
}

function selectTab(tab: PreviewTab, byUser: boolean): void {
  layout.selectTab(tab);
  if (byUser) changeState({ tab });
  if (tab === 'flow') zoom.apply();
}

/** The thing under the caret: marked on every tab, and brought into view where it is out of it. */
function markSource(source: string | null, scroll: boolean): void {
  currentSource = source;
  for (const marked of document.querySelectorAll('[data-current]')) {
    marked.removeAttribute('data-current');
    marked.removeAttribute('aria-current');
  }
  if (source === null) return;
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>('[data-src]')) {
    if (element.dataset.src !== source) continue;
    element.setAttribute('data-current', '');
    element.setAttribute('aria-current', 'true');
    if (scroll) bringIntoView(element);
  }
}

function bringIntoView(element: Element): void {
  const pane = element.closest('.up-pane');
  if (pane === null || pane.clientHeight === 0) return;
  const box = element.getBoundingClientRect();
  const view = pane.getBoundingClientRect();
  const isSeen = box.top >= view.top && box.bottom <= view.bottom && box.left >= view.left && box.right <= view.right;
  const isLarger = box.height > view.height || box.width > view.width;
  const touches = box.top < view.bottom && box.bottom > view.top;
  if (isSeen || (isLarger && touches)) return;
  const calm =
    document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: calm ? 'auto' : 'smooth' });
}

function clicked(event: Event, focus: boolean): void {
  const target = event.target as Element;
  const link = target.closest('a[href]');
  if (link !== null) {
    event.preventDefault();
    send({ type: 'open', href: link.getAttribute('href') ?? '' });
    return;
  }
  if (String(getSelection()) !== '') return;
  const source = target.closest<HTMLElement | SVGElement>('[data-src]')?.dataset.src;
  if (source === undefined) return;
  markSource(source, false);
  send({ type: 'reveal', source, focus });
}
