import type { Playbook } from '../model/playbook';
import { LineIndex } from '../text/lineIndex';
import { type Edit, toSpan } from '../text/span';
import type { YamlMap } from '../yaml/tree';
import { resolved, type Shape, stepKindsOf, stepKindsWith } from './shape';

/** What is written for a missing key: a value, or lines below it that begin with two spaces. */
export function skeletonOf(key: string, shape: Shape, playbook: Playbook): string | undefined {
  if (key === 'title' && playbook.title === undefined && shape['x-type'] === 'text') return `${key}: ${playbook.id}`;
  if (shape['x-skeleton'] !== undefined) return `${key}:\n${shape['x-skeleton']}`;
  const value = valueFor(shape, playbook);
  return value === undefined ? undefined : `${key}: ${value}`;
}

function valueFor(shape: Shape, playbook: Playbook): string | undefined {
  const section = shape['x-ref'];
  if (section !== undefined) return firstOf(section, playbook);
  const inJapanese = playbook.locale.startsWith('ja');
  const example = (inJapanese ? shape['x-ja']?.examples?.[0] : undefined) ?? shape.examples?.[0];
  if (shape.const !== undefined) return String(shape.const);
  if (shape.enum !== undefined) return shape.enum.includes('other') ? 'other' : shape.enum[0];
  if (typeof example === 'object' && example !== null)
    return `{ ${Object.entries(example)
      .map(([key, value]) => `${key}: ${value}`)
      .join(', ')} }`;
  if (example !== undefined) return String(example);
  return shape.properties !== undefined || shape.additionalProperties !== undefined ? '{}' : undefined;
}

function firstOf(section: string, playbook: Playbook): string | undefined {
  const entries: unknown = playbook[section as keyof Playbook];
  return entries instanceof Map ? (entries.keys().next().value as string | undefined) : undefined;
}

/** The kind of step that has most of the keys that are written; `do` where none has more. */
export function likelyKind(keys: ReadonlySet<string>, shape: Shape): string {
  const counts = new Map<string, number>();
  for (const key of keys) for (const kind of stepKindsWith(key)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const best = stepKindsOf(shape).filter((kind) => counts.get(kind) === most);
  return best.includes('do') ? 'do' : (best[0] ?? 'do');
}

/** Writes the lines into the map, in front of what is there or behind it. */
export function insertInto(map: YamlMap, lines: readonly string[], front: boolean, text: string): Edit | undefined {
  const [first] = map.entries;
  const last = map.entries.at(-1);
  if (map.flow) return insertIntoBraces(map, lines, text);
  if (first === undefined || last === undefined) return undefined;
  const index = new LineIndex(text);
  const indent = ' '.repeat(index.position(first.key.span.start).character);
  const block = lines.join('\n').split('\n');
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (front)
    return {
      span: toSpan(first.key.span.start, first.key.span.start),
      text: block.map((line) => `${line}${lineBreak}${indent}`).join(''),
    };
  let end = Math.max(last.key.span.end, last.value.span.end);
  while (end > first.key.span.start && /\s/.test(text[end - 1] ?? '')) end--;
  const at = index.lineEnd(index.lineAt(end));
  return { span: toSpan(at, at), text: block.map((line) => `${lineBreak}${indent}${line}`).join('') };
}

function insertIntoBraces(map: YamlMap, lines: readonly string[], text: string): Edit | undefined {
  if (text[map.span.end - 1] !== '}' || lines.some((line) => line.includes('\n'))) return undefined;
  const last = map.entries.at(-1);
  const at = last === undefined ? map.span.start + 1 : Math.max(last.key.span.end, last.value.span.end);
  const joined = lines.join(', ');
  return { span: toSpan(at, at), text: last === undefined ? ` ${joined} ` : `, ${joined}` };
}

/** With what it refers to, for the place of a key in a map. */
export function shapeOfKey(shape: Shape, key: string): Shape | undefined {
  const own = shape.properties?.[key];
  return own === undefined ? undefined : resolved(own);
}
