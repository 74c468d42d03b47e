import { LineIndex } from '../text/lineIndex';
import { type Span, toSpan } from '../text/span';
import type { YamlComment, YamlDocument, YamlNode } from '../yaml/tree';

/** A comment that silences one rule: for the whole file, for the entry below it, or for its own line. */
export interface Ignore {
  readonly comment: Span;
  readonly rule: string;
  readonly ruleSpan: Span;
  readonly reason: string | undefined;
  /** Where the rule is silent; undefined where nothing stands below. */
  readonly scope: Span | undefined;
}

export interface Ignores {
  readonly all: readonly Ignore[];
  /** Whether a finding of the rule at this place is silenced. Remembers who silenced. */
  readonly silences: (rule: string, span: Span) => boolean;
  readonly hasSilenced: (ignore: Ignore) => boolean;
}

const pattern = /^(playbook-ignore(?:-file)?)(?:\s+(\S+))?(?:\s+--\s*(.*))?/;

export function readIgnores(document: YamlDocument): Ignores {
  const all = readAll(document);
  const used = new Set<Ignore>();
  return {
    all,
    silences(rule, span) {
      let silenced = false;
      for (const ignore of all) {
        if (ignore.rule !== rule || span.file !== undefined || !covers(ignore.scope, span)) continue;
        used.add(ignore);
        silenced = true;
      }
      return silenced;
    },
    hasSilenced: (ignore) => used.has(ignore),
  };
}

function covers(scope: Span | undefined, span: Span): boolean {
  return scope !== undefined && scope.start <= span.start && span.start <= scope.end;
}

function readAll(document: YamlDocument): Ignore[] {
  const speaking = document.comments.filter((comment) => comment.text.startsWith('playbook-ignore'));
  if (speaking.length === 0) return [];
  const lines = new LineIndex(document.text);
  const ignores: Ignore[] = [];
  for (const comment of speaking) {
    const match = pattern.exec(comment.text);
    if (match === null) continue;
    const rule = match[2] === '--' ? '' : (match[2] ?? '');
    const at = rule === '' ? comment.span.start : document.text.indexOf(rule, comment.span.start);
    ignores.push({
      comment: comment.span,
      rule,
      ruleSpan: rule === '' ? comment.span : toSpan(at, at + rule.length),
      reason: match[3]?.trim() || undefined,
      scope: match[1] === 'playbook-ignore-file' ? toSpan(0, document.text.length) : scopeOf(comment, document, lines),
    });
  }
  return ignores;
}

function scopeOf(comment: YamlComment, document: YamlDocument, lines: LineIndex): Span | undefined {
  if (comment.ownLine) return entryBelow(document.root, comment.span.end);
  const line = lines.lineAt(comment.span.start);
  return toSpan(lines.lineStart(line), lines.lineEnd(line));
}

/** The outermost entry or list item that begins first behind `offset`. */
function entryBelow(root: YamlNode | undefined, offset: number): Span | undefined {
  let node = root;
  let best: Span | undefined;
  while (node !== undefined && node.kind !== 'scalar') {
    const parts =
      node.kind === 'map'
        ? node.entries.map(({ key, value }) => ({
            start: key.span.start,
            end: Math.max(key.span.end, value.span.end),
            inner: value,
          }))
        : node.items.map((item) => ({ start: item.span.start, end: item.span.end, inner: item }));
    const below = parts.find((part) => part.start >= offset);
    if (below !== undefined && (best === undefined || below.start <= best.start)) {
      best = best !== undefined && below.start === best.start ? best : toSpan(below.start, below.end);
    }
    node = parts.findLast((part) => part.start < offset && part.end >= offset)?.inner;
  }
  return best;
}
