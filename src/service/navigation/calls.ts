import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Step } from '../../core/model/playbook';
import { describeValue } from '../../core/schema/describe';
import type { Position } from '../../core/text/lineIndex';
import type { Span } from '../../core/text/span';
import { nameOf } from '../aboutEntry';
import { type CheckedDocument, toOffset, toRange } from '../checkedDocument';
import { occurrenceAt } from './occurrences';

/** How an item names its step when it comes back. */
interface ItemData {
  readonly flow: string;
  readonly step: string;
}

/** The step under the caret: where a walk through the flow can begin. */
export function prepareCalls(document: CheckedDocument, position: Position): readonly CallHierarchyItem[] {
  const offset = toOffset(document, position);
  const entry = occurrenceAt(document, offset)?.entry;
  const steps = [...document.playbook.flows.values()].flatMap(({ steps: all }) => [...all.values()]);
  const step =
    entry?.section === 'steps'
      ? (entry as Step)
      : steps.find(({ span }) => span.file === undefined && span.start <= offset && offset <= span.end);
  return step === undefined ? [] : [toCallItem(step, document)];
}

/** The steps that lead to this one. */
export function incomingCalls(
  document: CheckedDocument,
  item: CallHierarchyItem,
): readonly CallHierarchyIncomingCall[] {
  const step = stepOf(document, item);
  if (step === undefined) return [];
  return steps(document).flatMap((from) => {
    const ways = waysOut(from).filter(({ to }) => to === step);
    return ways.length === 0
      ? []
      : [{ from: toCallItem(from, document), fromRanges: ways.map(({ span }) => toRange(document.lines, span)) }];
  });
}

/** The steps that it leads to, in the order of its ways out. */
export function outgoingCalls(
  document: CheckedDocument,
  item: CallHierarchyItem,
): readonly CallHierarchyOutgoingCall[] {
  const step = stepOf(document, item);
  const ways = step === undefined ? [] : waysOut(step);
  const targets = [...new Set(ways.map(({ to }) => to))];
  return targets.map((to) => {
    const leading = ways.filter((way) => way.to === to);
    const labels = leading.flatMap(({ label }) => label ?? []);
    const called = toCallItem(to, document);
    return {
      to: labels.length === 0 ? called : { ...called, detail: `${labels.join(', ')} → ${called.detail ?? ''}` },
      fromRanges: leading.map(({ span }) => toRange(document.lines, span)),
    };
  });
}

interface Way {
  readonly to: Step;
  readonly span: Span;
  /** The answer, the class, or what did not happen. */
  readonly label?: string;
}

function waysOut(step: Step): readonly Way[] {
  const ways = step.exits.flatMap(({ value, via, to }): Way[] => {
    const label = value ?? (via === 'then' ? undefined : via);
    return to.target === undefined ? [] : [{ to: to.target, span: to.span, ...(label && { label }) }];
  });
  const calls = step.kind === 'call' ? step.calls : undefined;
  const first = calls?.target?.start;
  return calls === undefined || first === undefined
    ? ways
    : [{ to: first, span: calls.span, label: calls.id }, ...ways];
}

function steps({ playbook }: CheckedDocument): readonly Step[] {
  return [...playbook.flows.values()].flatMap((flow) => [...flow.steps.values()]);
}

function stepOf({ playbook }: CheckedDocument, { data }: CallHierarchyItem): Step | undefined {
  const { flow, step } = (data ?? {}) as Partial<ItemData>;
  return playbook.flows.get(flow ?? '')?.steps.get(step ?? '');
}

function toCallItem(step: Step, document: CheckedDocument): CallHierarchyItem {
  const { playbook, lines, locale, uri } = document;
  const kind = describeValue(['flows', step.flow.id, 'steps', step.id, 'kind'], step.kind, locale, step.kind);
  const data: ItemData = { flow: step.flow.id, step: step.id };
  return {
    name: nameOf(step, playbook),
    kind: SymbolKind.Function,
    detail: kind?.title ?? step.kind,
    uri,
    range: toRange(lines, step.span),
    selectionRange: toRange(lines, step.idSpan),
    data,
  };
}
