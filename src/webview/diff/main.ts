import {
  type DiffPicture,
  type DiffView,
  diffViews,
  type FromDiffPage,
  type Markup,
  type ToDiffPage,
} from '../../protocol/diff';
import { holdStill } from '../anchor';
import { api, keptState, listenTo } from '../api';
import { bringIntoView, markSource } from '../marks';
import { panByDragging } from '../pan';
import { patchChildren } from '../patch';
import { onPress } from '../press';
import { listenToKeys, settleStops } from '../steps';
import { createTranslate } from '../translate';
import { Zoom } from '../zoom';
import { createDiffLayout } from './layout';

const t = createTranslate(document.documentElement.lang);
const layout = createDiffLayout(t);
const { list, flow } = layout;
let picture: DiffPicture | undefined;
let view: DiffView = diffViews.find((known) => known === keptState().view) ?? 'both';

const send = (message: FromDiffPage) => api.postMessage(message);
const keep = (change: Readonly<Record<string, unknown>>) => api.setState({ ...keptState(), ...change });

const zoom = new Zoom(flow, layout.showZoom, (factor) => keep({ zoom: factor }));
const { zoom: kept } = keptState();
zoom.start(typeof kept === 'number' && Number.isFinite(kept) ? kept : undefined);

listenToKeys(flow);
panByDragging(flow);
layout.onZoom((how) => zoom.step(how));
layout.onView(choose);
layout.textDiff.addEventListener('click', () => send({ type: 'textDiff' }));
layout.strip.button.addEventListener('click', () => {
  const broken = picture?.broken;
  if (broken !== undefined) send({ type: 'revealLine', side: broken.side, line: broken.line });
});
for (const pane of [list, flow]) onPress(pane, reveal);

/** While `b` is held, the plan as it was. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'b' && !event.repeat) draw('before');
  else zoom.byKey(event.key);
});
document.addEventListener('keyup', (event) => {
  if (event.key === 'b') draw(view);
});
window.addEventListener('blur', () => draw(view));

listenTo<ToDiffPage>(new Set<ToDiffPage['type']>(['diff', 'failed']), (message) => {
  if (message.type === 'failed') layout.showStrip(message.text, false);
  else show(message);
});
send({ type: 'ready' });

function show({ picture: given, names, uris }: Extract<ToDiffPage, { type: 'diff' }>): void {
  picture = given;
  keep({ uris });
  layout.showHeader(given, names);
  const { broken } = given;
  if (broken !== undefined) {
    const side = broken.side === 'before' ? (names.before ?? t('before')) : (names.after ?? t('after'));
    layout.showStrip(t('{0} can’t be read. Line {1}: {2}', side, broken.line + 1, broken.message), true);
  } else layout.hideStrip();
  list.lang = document.documentElement.lang;
  patchChildren(list, [{ tag: 'div', key: 'told', attributes: { class: 'up-diff-told' }, children: given.told }]);
  layout.setDrawn(given.drawings.length > 0);
  if (broken !== undefined) return;
  draw(view);
  const { source } = keptState();
  markSource(typeof source === 'string' ? source : undefined);
  layout.say(given.changes === 1 ? t('1 change') : t('{0} changes', given.changes));
}

function choose(chosen: DiffView): void {
  view = chosen;
  keep({ view });
  draw(view);
}

/** Every version has its boxes in the same places: what differs is all that moves. */
function draw(shown: DiffView): void {
  layout.showView(shown);
  if (picture === undefined || picture.broken !== undefined) return;
  const { drawings, locale } = picture;
  const release = holdStill(flow);
  flow.lang = locale;
  patchChildren(flow, [
    {
      tag: 'div',
      key: 'flows',
      attributes: { class: 'up-flows' },
      children: drawings.map(({ id, title, views, note }) => ({
        tag: 'section',
        key: id,
        attributes: { class: 'up-flow-section' },
        children: [
          { tag: 'h2', key: 'title', children: [title] },
          ...(note === undefined ? [] : [noteLine('note', note)]),
          views[shown] ??
            noteLine('none', shown === 'before' ? t('This flow did not exist yet.') : t('This flow is gone.')),
        ],
      })),
    },
  ]);
  zoom.apply();
  settleStops(flow);
  release();
}

const noteLine = (key: string, text: string): Markup => ({
  tag: 'p',
  key,
  attributes: { class: 'up-note-line', lang: document.documentElement.lang },
  children: [text],
});

function reveal(event: Event, focus: boolean): void {
  const place = (event.target as Element).closest<HTMLElement | SVGElement>('[data-src]')?.dataset.src;
  if (place === undefined) return;
  const selection = getSelection();
  if (event.type === 'click' && String(selection) !== '' && list.contains(selection?.anchorNode ?? null)) return;
  keep({ source: place });
  for (const element of markSource(place)) if (!element.contains(event.target as Node)) bringIntoView(element);
  if (picture?.places.some(({ id }) => id === place)) send({ type: 'reveal', place, focus });
}
