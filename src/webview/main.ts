import {
  type Markup,
  type Preview,
  type PreviewTab,
  previewTabs,
  type TabPages,
  type ToPage,
} from '../protocol/preview';
import { holdStill } from './anchor';
import { changeState, onMessage, readState, send, type View } from './host';
import { createLayout } from './layout';
import { bringIntoView, markSource } from './marks';
import { offerMenu } from './menu';
import { createMinimap } from './minimap';
import { panByDragging } from './pan';
import { patchChildren } from './patch';
import { withPictures } from './pictures';
import { copyPng, toPng } from './png';
import { onPress } from './press';
import { createSearch } from './search';
import { listenToKeys, settleStops } from './steps';
import { createTools } from './tools';
import { createTranslate } from './translate';
import { Zoom } from './zoom';

const t = createTranslate(document.documentElement.lang);
const layout = createLayout(t);
const zoom = new Zoom(
  layout.panes.flow,
  (percent) => {
    layout.showZoom(percent);
    minimap.look();
  },
  (factor) => changeState({ zoom: factor }),
);
/** Something else is played: its way has to be on the screen. */
let isPlayedAnew = false;
const tools = createTools(t, (wish) => {
  isPlayedAnew = wish.scenario !== undefined || wish.severity !== undefined;
  changeState({ wish });
  send({ type: 'wish', wish });
});
const search = createSearch(layout.panes.flow, tools.search, (message) => layout.say(message), t);
const minimap = createMinimap(layout.panes.flow);
layout.addTools(tools.bar, minimap.element);
/** The newest version of what is not drawn yet, by tab. */
const undrawn = new Map<PreviewTab, Markup>();
let shownLocale = '';
/** Pictures that the extension has read, by the path that the plan names. */
const pictures = new Map<string, string>();
/** The newest version of the sorry page, to be drawn anew when its picture comes. */
let sorryPage: Markup | undefined;
/** How the playbooks that were shown before were looked at. */
const views = new Map<string, View>();

let current: Preview | undefined;
/** Whether there is a picture of the playbook at hand, of whatever version. */
let hasPicture = false;
/** Tabs that still have to be scrolled to where they were left. */
let unscrolled = new Set<PreviewTab>();

// A drawing says little to those who hear it.
selectTab(readState().tab ?? (document.body.classList.contains('vscode-using-screen-reader') ? 'list' : 'flow'));
listenToKeys(layout.panes.flow);
panByDragging(layout.panes.flow);

layout.onTab(chooseTab);
layout.onZoom((how) => zoom.step(how));
layout.strip.button.addEventListener('click', () => {
  if (current?.broken !== undefined) send({ type: 'revealLine', line: current.broken.line });
});

layout.copy.addEventListener('click', () => send({ type: 'copyAs', flow: flowInView() }));
offerMenu();
layout.counts.addEventListener('click', () => send({ type: 'problems' }));

for (const tab of previewTabs) {
  const pane = layout.panes[tab];
  pane.addEventListener(
    'scroll',
    () => {
      if (!unscrolled.has(tab))
        changeState({ scroll: { ...readState().scroll, [tab]: [pane.scrollLeft, pane.scrollTop] } });
    },
    { passive: true },
  );
  onPress(pane, (event, focus) => clicked(event, pane, focus));
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || layout.tab() !== 'flow') return;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
  if (!zoom.byKey(event.key) && event.key === '/') {
    event.preventDefault();
    tools.search.focus();
  }
});

onMessage((message) => {
  try {
    receive(message);
  } catch (error) {
    // The picture of the version before is still there.
    layout.showStrip(t('This version could not be shown. The next change draws it anew.'), false);
    console.error(error);
  }
});
send({ type: 'ready', wish: readState().wish, tab: layout.tab() });

function receive(message: ToPage): void {
  if (message.type === 'preview') show(message.preview);
  else if (message.type === 'rest') showRest(message);
  else if (message.type === 'caret') mark(message.source, true);
  else if (message.type === 'locked') changeState({ locked: message.locked });
  else if (message.type === 'tab') chooseTab(message.tab);
  else if (message.type === 'toPng') void makePicture(message.svg, message.scale, message.order);
  else if (message.type === 'copyPng') void copyPicture(message.svg, message.scale, message.order);
  else if (message.type === 'picture') showPicture(message.path, message.address);
  else layout.showStrip(t('This file is not open any more.'), false);
}

async function makePicture(svg: string, scale: number, order: number): Promise<void> {
  send({ type: 'png', order, data: await toPng(svg, scale).catch(() => undefined) });
}

async function copyPicture(svg: string, scale: number, order: number): Promise<void> {
  send({ type: 'copied', order, done: await copyPng(svg, scale).catch(() => false) });
}

function showPicture(path: string, address: string | null): void {
  if (address === null) pictures.delete(path);
  else pictures.set(path, address);
  if (sorryPage === undefined) return;
  undrawn.set('sorry-page', sorryPage);
  if (layout.tab() === 'sorry-page') draw('sorry-page');
}

/** Id of the flow of which most is on the screen. */
function flowInView(): string | undefined {
  const view = layout.panes.flow.getBoundingClientRect();
  const seen = (element: Element) => {
    const box = element.getBoundingClientRect();
    return Math.min(box.bottom, view.bottom) - Math.max(box.top, view.top);
  };
  const [most] = [...layout.panes.flow.querySelectorAll<SVGSVGElement>('svg.up-flow')].sort(
    (a, b) => seen(b) - seen(a),
  );
  return most?.dataset.flow;
}

/** An older picture than the one on show is dropped. */
function show(preview: Preview): void {
  const isOther = current?.uri !== preview.uri;
  if (!isOther && current !== undefined && preview.version < current.version) return;
  if (isOther) turnTo(preview.uri);
  current = preview;
  layout.showHeader(preview);
  if (preview.tabs === undefined) showBroken(preview);
  else showPages(preview, preview.tabs);
}

/** Another playbook has a size, a scroll and a choice of its own. */
function turnTo(uri: string): void {
  const { uri: before, zoom: factor, scroll, source, wish } = readState();
  const left: View = { zoom: factor, scroll, source, wish };
  if (before !== undefined && before !== uri) views.set(before, left);
  const view = before === undefined || before === uri ? left : (views.get(uri) ?? {});
  changeState({ uri, zoom: view.zoom, scroll: view.scroll, source: view.source, wish: view.wish });
  if (view !== left && view.wish !== undefined) send({ type: 'wish', wish: view.wish });
  zoom.start(view.zoom);
  // What another playbook says may not be read as what this one says.
  undrawn.clear();
  for (const tab of previewTabs) patchChildren(layout.panes[tab], []);
  sorryPage = undefined;
  hasPicture = false;
  unscrolled = new Set(previewTabs);
}

function showPages(preview: Preview, tabs: NonNullable<Preview['tabs']>): void {
  layout.hideStrip();
  layout.setStale(false);
  const release = hasPicture ? holdStill(layout.panes.flow) : undefined;
  takePages(tabs);
  shownLocale = preview.locale;
  hasPicture = true;
  tools.show(preview, readState().wish ?? {});
  draw(layout.tab());
  release?.();
  restoreScroll(layout.tab());
  lookAtWhatIsPlayed(layout.panes.flow);
  mark(readState().source, false);
  const problems = preview.counts.errors + preview.counts.warnings;
  layout.say(
    problems === 0
      ? t('Preview updated')
      : problems === 1
        ? t('Preview updated, 1 problem')
        : t('Preview updated, {0} problems', problems),
  );
}

/** Tabs of the version on show that were not on the screen when it came. */
function showRest({ version, tabs, phases }: Extract<ToPage, { type: 'rest' }>): void {
  if (current === undefined || current.version !== version || current.tabs === undefined) return;
  current = { ...current, ...(phases && { phases }) };
  takePages(tabs);
  tools.show(current, readState().wish ?? {});
  const tab = layout.tab();
  if (undrawn.has(tab)) {
    draw(tab);
    restoreScroll(tab);
  }
  mark(readState().source, false);
}

function takePages(tabs: TabPages): void {
  for (const tab of previewTabs) {
    const page = tabs[tab];
    if (page !== undefined) undrawn.set(tab, page);
  }
  sorryPage = tabs['sorry-page'] ?? sorryPage;
}

/** What is not on the screen is drawn when it comes there: a keystroke pays for one page, not for all. */
function draw(tab: PreviewTab): void {
  const wanted = undrawn.get(tab);
  if (wanted === undefined) return;
  undrawn.delete(tab);
  const pane = layout.panes[tab];
  pane.lang = shownLocale;
  patchChildren(pane, [tab === 'sorry-page' ? withPictures(wanted, pictures) : wanted]);
  layout.showZoomBar();
  if (tab === 'flow') {
    zoom.apply();
    search.apply();
    minimap.draw();
    settleStops(pane);
  }
}

/** A scenario may run through the third flow alone. */
function lookAtWhatIsPlayed(pane: HTMLElement): void {
  if (!isPlayedAnew) return;
  isPlayedAnew = false;
  const sections = [...pane.querySelectorAll('.up-flow-section')];
  const played = sections.find((section) => section.querySelector('.up-step.up-lit') !== null);
  if (played !== undefined && played !== sections[0]) played.scrollIntoView({ block: 'start', behavior: 'instant' });
}

function showBroken({ broken, partial, locale }: Preview): void {
  const [line, message] = [(broken?.line ?? 0) + 1, broken?.message ?? ''];
  layout.setStale(hasPicture || partial !== undefined);
  if (hasPicture) {
    layout.showStrip(t('Showing the plan from before line {0}: {1}', line, message), true);
    return;
  }
  layout.showStrip(t('Line {0}: {1}', line, message), true);
  undrawn.clear();
  if (partial !== undefined) {
    shownLocale = locale;
    takePages(partial);
    draw(layout.tab());
    return;
  }
  for (const tab of previewTabs) {
    layout.panes[tab].lang = document.documentElement.lang;
    const text = t('As soon as the file can be read, its picture is here.');
    patchChildren(layout.panes[tab], [
      { tag: 'p', key: 'waiting', attributes: { class: 'up-empty' }, children: [text] },
    ]);
  }
}

function chooseTab(tab: PreviewTab): void {
  selectTab(tab);
  changeState({ tab });
  send({ type: 'tab', tab });
}

function selectTab(tab: PreviewTab): void {
  layout.selectTab(tab);
  if (undrawn.has(tab)) {
    draw(tab);
    markSource(readState().source);
  } else if (tab === 'flow' && hasPicture) {
    zoom.apply();
    minimap.draw();
  }
  layout.showZoomBar();
  restoreScroll(tab);
}

/** What is hidden can't be scrolled: each tab is put right when it is first seen. */
function restoreScroll(tab: PreviewTab): void {
  if (!hasPicture || layout.tab() !== tab || !unscrolled.delete(tab)) return;
  const pane = layout.panes[tab];
  const saved = readState().scroll?.[tab];
  const [left, top] = saved ?? [whereItBegins(pane), 0];
  pane.scrollTo({ left: Number(left) || 0, top: Number(top) || 0, behavior: 'instant' });
}

/** A drawing that is wider than the window is first seen at its first step. */
function whereItBegins(pane: HTMLElement): number {
  const box = pane.querySelector('.up-step')?.getBoundingClientRect();
  if (box === undefined) return 0;
  const view = pane.getBoundingClientRect();
  return pane.scrollLeft + box.left + box.width / 2 - view.left - view.width / 2;
}

/** The thing at the caret: marked on every tab, and brought into view where it is out of it. */
function mark(source: string | null | undefined, scroll: boolean): void {
  if (scroll) changeState({ source });
  const elements = markSource(source);
  if (scroll) for (const element of elements) bringIntoView(element);
  const isOn = (tab: PreviewTab) => {
    const wanted = undrawn.get(tab);
    if (wanted !== undefined) return source !== null && source !== undefined && stands(source, wanted);
    return elements.some((element) => layout.panes[tab].contains(element));
  };
  layout.markTabs(previewTabs.filter(isOn));
}

/** Whether something on the page stands for the source. */
function stands(source: string, { attributes, children = [] }: Markup): boolean {
  if (attributes?.['data-src'] === source) return true;
  return children.some((child) => typeof child !== 'string' && stands(source, child));
}

function clicked(event: Event, pane: HTMLElement, focus: boolean): void {
  const target = event.target as Element;
  const link = target.closest('a[href]');
  if (link !== null) {
    event.preventDefault();
    if (event.type === 'click') send({ type: 'open', href: link.getAttribute('href') ?? '' });
    return;
  }
  const selection = getSelection();
  if (event.type === 'click' && String(selection) !== '' && pane.contains(selection?.anchorNode ?? null)) return;
  const place = target.closest<HTMLElement | SVGElement>('[data-to], [data-src]');
  const copied = target.closest<HTMLElement>('[data-copied]')?.dataset;
  if (copied !== undefined) {
    if (event.type !== 'click') return;
    if (copied.copy !== undefined) send({ type: 'copy', text: copied.copy });
    layout.tell(copied.copied ?? '');
    return;
  }
  const insert = target.closest<HTMLElement>('[data-insert]')?.dataset.insert;
  if (insert !== undefined) {
    if (event.type === 'click') send({ type: 'insert', what: insert });
    return;
  }
  const since = target.closest<HTMLElement>('[data-since]')?.dataset.since;
  if (since !== undefined) {
    if (event.type === 'click') send({ type: 'since', of: since });
    return;
  }
  const unfold = target.closest<SVGElement>('[data-unfold]')?.dataset.unfold;
  if (unfold !== undefined) {
    if (event.type === 'click') tools.unfold(unfold);
    return;
  }
  // What only leads to a thing is not the thing itself.
  const source = place?.dataset.to ?? place?.dataset.src;
  if (source === undefined) return;
  changeState({ source });
  mark(source, false);
  send({ type: 'reveal', source, focus });
}
