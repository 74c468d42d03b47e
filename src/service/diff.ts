import { type Comparison, comparePlans } from '../core/diff/compare';
import { drawDiff } from '../core/diff/drawDiff';
import { partlyWords } from '../core/diff/page';
import { changesPart, impactPart, placeOf } from '../core/diff/parts';
import type { LayoutEngine } from '../core/draw/layout';
import type { Playbook } from '../core/model/playbook';
import { make } from '../core/pages/build';
import type { Span } from '../core/text/span';
import type { DiffPicture, DiffPictureFlow, DiffPlace } from '../protocol/diff';
import type { CheckedDocument } from './checkedDocument';

/** What a change means to those who live by the plan, as a page: its words, its drawings, and where all of it stands. */
export function provideDiff(before: CheckedDocument, after: CheckedDocument, engine: LayoutEngine): DiffPicture {
  const { t, locale: uiLocale, limits } = after;
  const broken = brokenSide(before, after);
  const { playbook } = sideWithName(before, after);
  const picture = {
    uiLocale,
    locale: playbook.locale,
    title: (before.broken && after.broken ? undefined : playbook.title?.value) ?? playbook.file,
  };
  if (broken !== undefined) {
    const told = [make('p', 'up-empty', t('The comparison comes back as soon as that version can be read.'))];
    return { ...picture, broken, changes: 0, told, drawings: [], places: [] };
  }
  const comparison = comparePlans(before, after, { t, locale: uiLocale, limits });
  const options = { t, locale: playbook.locale, still: false, level: 2 } as const;
  const drawings: DiffPictureFlow[] = [];
  for (const flow of comparison.flows) {
    const drawn = drawDiff(flow, { comparison, before: before.playbook, after: after.playbook, engine }, options);
    const { id = '', title } = flow.after ?? flow.before ?? {};
    if (drawn === undefined) continue;
    drawings.push({
      id,
      title: title?.value ?? id,
      views: drawn.views,
      ...(drawn.partly && { note: partlyWords(t) }),
    });
  }
  const impact = impactPart(comparison);
  return {
    ...picture,
    changes: comparison.changes.length,
    told: [...(impact === undefined ? [] : [{ ...impact, key: 'impact' }]), ...changesPart(comparison, options)],
    drawings,
    places: placesOf(comparison, before.playbook, after.playbook),
  };
}

/** What half a line says is no name. */
function sideWithName(before: CheckedDocument, after: CheckedDocument): CheckedDocument {
  if (before.broken !== after.broken) return after.broken ? before : after;
  return after.playbook.flows.size > 0 || after.playbook.title !== undefined ? after : before;
}

function brokenSide(before: CheckedDocument, after: CheckedDocument): DiffPicture['broken'] {
  for (const [side, { broken, findings, lines }] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const [first] = findings;
    if (broken) return { side, message: first?.message ?? '', line: lines.position(first?.span.start ?? 0).line };
  }
  return undefined;
}

/** What was changed, and every step that may stand in a drawing. */
function placesOf({ changes, flows }: Comparison, before: Playbook, after: Playbook): readonly DiffPlace[] {
  const places = new Map<string, { before?: readonly [number, number]; after?: readonly [number, number] }>();
  const add = (id: string, side: 'before' | 'after', span: Span | undefined) => {
    // What another file brings is not in this text.
    if (span === undefined || span.file !== undefined) return;
    places.set(id, { ...places.get(id), [side]: [span.start, span.end] });
  };
  for (const flow of flows) {
    const id = (flow.after ?? flow.before)?.id;
    for (const [side, { flows: all }] of [
      ['before', before],
      ['after', after],
    ] as const)
      for (const step of all.get(flow[side]?.id ?? '')?.steps.values() ?? [])
        add(`flows.${id}.steps.${step.id}`, side, step.idSpan);
  }
  for (const change of changes) {
    add(placeOf(change), 'before', change.before?.idSpan);
    add(placeOf(change), 'after', change.after?.idSpan);
  }
  return [...places].map(([id, place]) => ({ id, ...place }));
}
