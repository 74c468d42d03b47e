import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import { type Span, toSpan } from '../text/span';
import { Gaps } from './gaps';
import { isUnknownType, misreadInBraces, misreadKey, misreadLine, misreadValue } from './misread';
import { resolvePlain } from './resolve';
import type { YamlDocument, YamlEntry, YamlNode, YamlProblem, YamlScalar } from './tree';

/** Collections in collections: a plan needs about ten. */
const deepest = 100;
/** Nodes that aliases may stand for in a file: an author's few repeats, not a bomb. */
const mostAliased = 20_000;

interface Open {
  readonly kind: 'map' | 'list';
  readonly start: number;
  readonly flow: boolean;
  readonly anchor: string | undefined;
  readonly entries: YamlEntry[];
  readonly items: YamlNode[];
  key: YamlScalar | undefined;
  end: number;
  size: number;
}

const styles: Readonly<Record<number, YamlScalar['style']>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

/** The fast way: the tree of a text that is YAML. Throws js-yaml's exception where it is not. */
export function fromEvents(text: string): YamlDocument {
  return new Builder(text).build(parseEvents(text, { maxDepth: deepest }));
}

class Builder {
  private readonly gaps: Gaps;
  private readonly problems: YamlProblem[] = [];
  private readonly anchors = new Map<string, { node: YamlNode; size: number }>();
  /** Places of anchors on plain text, by name, that no alias has named so far. */
  private readonly unused = new Map<string, Span>();
  private readonly stack: Open[] = [];
  private root: YamlNode | undefined;
  private aliased = 0;

  constructor(private readonly text: string) {
    this.gaps = new Gaps(text);
  }

  build(events: readonly Event[]): YamlDocument {
    let documents = 0;
    for (const event of events) {
      if (event.type === EVENT_ID.DOCUMENT) {
        documents++;
        if (documents > 1) {
          this.problems.push({ code: 'several-documents', span: this.separator() });
          break;
        }
      } else if (event.type === EVENT_ID.SCALAR) this.scalar(event);
      else if (event.type === EVENT_ID.ALIAS) this.alias(event.anchorStart, event.anchorEnd);
      else if (event.type === EVENT_ID.POP) this.close();
      else this.open(event);
    }
    this.gaps.moveTo(this.text.length);
    for (const span of this.unused.values()) this.problems.push({ code: 'unused-anchor', span });
    return { text: this.text, root: this.root, comments: this.gaps.comments, problems: this.problems };
  }

  private open(event: Extract<Event, { style: unknown; start: number }>): void {
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const anchor = this.anchorOf(event);
    this.gaps.moveTo(event.start);
    this.stack.push({
      kind: event.type === EVENT_ID.MAPPING ? 'map' : 'list',
      start: event.start,
      flow: flow && /[[{]/.test(this.text[event.start] ?? ''),
      anchor,
      entries: [],
      items: [],
      key: undefined,
      end: event.start,
      size: 1,
    });
    if (flow && /[[{]/.test(this.text[event.start] ?? '')) this.gaps.skip(event.start + 1);
  }

  private close(): void {
    const open = this.stack.pop();
    if (open === undefined) return;
    if (open.key !== undefined) this.addTo(open, this.missing(), 1);
    let end = open.end;
    if (open.flow) {
      const bracket = this.gaps.peek(open.kind === 'map' ? '}' : ']');
      end = bracket < 0 ? this.gaps.position : bracket + 1;
      this.gaps.moveTo(end);
    }
    const span = toSpan(open.start, Math.max(end, open.start));
    const node: YamlNode =
      open.kind === 'map'
        ? { kind: 'map', span, flow: open.flow, entries: open.entries }
        : { kind: 'list', span, flow: open.flow, items: open.items };
    this.place(node, open.size, open.anchor);
  }

  private scalar(event: ScalarEvent): void {
    const anchor = this.anchorOf(event);
    const style = event.valueStart < 0 ? 'missing' : (styles[event.style] ?? 'plain');
    if (anchor !== undefined && (style === 'missing' || style === 'plain'))
      this.unused.set(anchor, toSpan(event.anchorStart - 1, event.anchorEnd));
    if (style === 'missing') {
      this.place(this.missing(), 1, anchor);
      return;
    }
    const span = this.scalarSpan(event, style);
    const text = getScalarValue(this.text, event);
    const asText = event.tagStart >= 0 && /^(?:!|!!str)$/.test(this.text.slice(event.tagStart, event.tagEnd));
    const value = style === 'plain' && !asText ? resolvePlain(text) : text;
    this.gaps.moveTo(span.start);
    this.gaps.skip(Math.max(span.end, event.valueEnd));
    this.place({ kind: 'scalar', span, value, text, style }, 1, anchor);
  }

  /** Quotes and the `|` belong to a value; the empty lines behind a block do not. */
  private scalarSpan(event: ScalarEvent, style: YamlScalar['style']) {
    if (style === 'single' || style === 'double') return toSpan(event.valueStart - 1, event.valueEnd + 1);
    if (style !== 'literal' && style !== 'folded') return toSpan(event.valueStart, event.valueEnd);
    const indicator = this.gaps.moveTo(event.valueStart, '|>');
    const start = indicator < 0 ? event.valueStart : indicator;
    const header = /^[|>][-+0-9]*/.exec(this.text.slice(start, start + 4))?.[0].length ?? 1;
    let end = event.valueEnd;
    while (end > event.valueStart && /[ \t\r\n]/.test(this.text[end - 1] ?? '')) end--;
    return toSpan(start, end > event.valueStart ? end : start + header);
  }

  private alias(from: number, to: number): void {
    const name = this.text.slice(from, to);
    const span = toSpan(from - 1, to);
    this.gaps.moveTo(span.start);
    this.gaps.skip(span.end);
    const anchored = this.anchors.get(name);
    if (anchored === undefined) {
      this.problems.push({ code: 'unknown-alias', span, values: [name] });
      this.place({ kind: 'scalar', span, value: '', text: '', style: 'missing' }, 1, undefined);
      return;
    }
    this.unused.delete(name);
    this.aliased += anchored.size;
    if (this.aliased > mostAliased) {
      if (!this.problems.some(({ code }) => code === 'too-many-aliases'))
        this.problems.push({ code: 'too-many-aliases', span });
      this.place({ kind: 'scalar', span, value: '', text: '', style: 'missing' }, 1, undefined);
      return;
    }
    this.place({ ...anchored.node, span }, anchored.size, undefined);
  }

  private place(node: YamlNode, size: number, anchor: string | undefined): void {
    if (anchor !== undefined) this.anchors.set(anchor, { node, size });
    const parent = this.stack.at(-1);
    const mayBeLine = parent === undefined || (parent.kind === 'map' && parent.key !== undefined && !parent.flow);
    if (mayBeLine && node.kind === 'scalar' && node.style === 'plain') {
      const written = this.text.slice(node.span.start, node.span.end);
      this.suspect(this.beginsLine(node.span.start) ? misreadLine(written) : misreadValue(written), node);
    }
    if (parent === undefined) this.root ??= node;
    else this.addTo(parent, node, size);
  }

  private addTo(parent: Open, node: YamlNode, size: number): void {
    parent.size += size;
    parent.end = Math.max(parent.end, node.span.end);
    if (parent.kind === 'list') parent.items.push(node);
    else if (parent.key === undefined) {
      parent.key = this.toKey(node);
      if (!parent.flow && parent.key.style === 'plain') this.suspect(misreadKey(parent.key.text), parent.key);
    } else {
      if (parent.flow && parent.key.style === 'plain' && node.kind === 'scalar' && node.style === 'missing')
        this.suspect(misreadInBraces(parent.key.text), parent.key);
      parent.entries.push({ key: parent.key, value: node });
      parent.key = undefined;
    }
  }

  private suspect(code: string | undefined, { span, text }: YamlScalar): void {
    if (code !== undefined) this.problems.push({ code, span, values: [text.slice(0, Math.max(text.indexOf(':'), 1))] });
  }

  private beginsLine(start: number): boolean {
    let at = start - 1;
    while (this.text[at] === ' ') at--;
    return at < 0 || this.text[at] === '\n' || this.text[at] === '\r';
  }

  /** A key that is a map or a list itself is what YAML makes of `{{name}}`; for an author it is text without quotes. */
  private toKey(node: YamlNode): YamlScalar {
    if (node.kind === 'scalar') return node;
    this.problems.push({ code: 'key-not-text', span: node.span });
    return {
      kind: 'scalar',
      span: node.span,
      value: '',
      text: this.text.slice(node.span.start, node.span.end),
      style: 'plain',
    };
  }

  /** Nothing is written: an empty span behind the colon or the dash, else here. */
  private missing(): YamlScalar {
    const indicator = this.gaps.peek(this.stack.at(-1)?.kind === 'list' ? '-' : ':');
    const at = indicator < 0 ? this.gaps.position : indicator + 1;
    this.gaps.moveTo(at);
    return { kind: 'scalar', span: toSpan(at, at), value: null, text: '', style: 'missing' };
  }

  private anchorOf(event: {
    anchorStart: number;
    anchorEnd: number;
    tagStart: number;
    tagEnd: number;
  }): string | undefined {
    const end = Math.max(event.anchorEnd, event.tagEnd);
    if (event.tagStart >= 0 && isUnknownType(this.text.slice(event.tagStart, event.tagEnd)))
      this.problems.push({ code: 'unknown-tag', span: toSpan(event.tagStart, event.tagEnd) });
    if (end >= 0) {
      this.gaps.moveTo(Math.min(...[event.anchorStart, event.tagEnd].filter((at) => at >= 0)));
      this.gaps.skip(end);
    }
    return event.anchorStart < 0 ? undefined : this.text.slice(event.anchorStart, event.anchorEnd);
  }

  private separator() {
    const at = this.text.slice(this.gaps.position).search(/^(?:---|\.\.\.)/m);
    const start = at < 0 ? this.gaps.position : this.gaps.position + at;
    return toSpan(start, Math.min(start + 3, this.text.length));
  }
}
