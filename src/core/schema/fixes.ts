import type { Fix } from '../lint/finding';
import { approvedNode, contentHash } from '../model/contentHash';
import type { Playbook } from '../model/playbook';
import { type Span, toSpan } from '../text/span';
import type { Translate } from '../text/translate';
import type { YamlMap } from '../yaml/tree';
import type { Repair } from './repair';
import { quoted } from './sentences';
import { type Shape, shapeAt } from './shape';
import { insertInto, likelyKind, shapeOfKey, skeletonOf } from './skeleton';

export function replaceFix(span: Span, { text, safe }: Repair, t: Translate): Fix {
  return { title: t('Change to "{0}"', text), safe, edits: [{ span, text: asYaml(text) }] };
}

/** Plain where YAML reads it back as it is. */
function asYaml(text: string): string {
  return /^[\p{L}\p{N}][^#:]*$/u.test(text) || /^[^\s#'"[\]{},&*!|>%@`-]\S*$/u.test(text) ? text : JSON.stringify(text);
}

/** Keys that say what an entry is stand in front of the others. */
const inFront: ReadonlySet<string> = new Set(['playbook', 'kind', 'type', 'ask', 'stage', 'of', 'scenario']);

/** Writes what a map lacks, as far as that can be known. */
export function missingFix(
  keys: readonly string[],
  map: YamlMap,
  shape: Shape,
  playbook: Playbook,
  t: Translate,
): Fix | undefined {
  const written = new Set(map.entries.map((entry) => entry.key.text));
  const skeletons = keys.map((key) => ({
    key,
    text:
      key === 'kind'
        ? `kind: ${likelyKind(written, shape)}`
        : (hashLine(key, map, playbook) ?? skeletonOf(key, shapeOfKey(shape, key) ?? {}, playbook)),
  }));
  const groups = map.flow
    ? [{ front: false, of: skeletons }]
    : [true, false].map((front) => ({ front, of: skeletons.filter(({ key }) => inFront.has(key) === front) }));
  const edits = groups.flatMap(({ front, of }) => {
    const lines = of.flatMap(({ text }) => text ?? []);
    return lines.length === 0 ? [] : (insertInto(map, lines, front, playbook.document.text) ?? []);
  });
  if (edits.length === 0) return undefined;
  return { title: t('Write {0}', quoted(keys, t)), safe: false, edits };
}

/** An approval's hash, of what it names as that stands now. */
function hashLine(key: string, { span }: YamlMap, playbook: Playbook): string | undefined {
  if (key !== 'hash') return undefined;
  const approval = playbook.approvals.find(({ of }) => of && span.start <= of.span.start && of.span.end <= span.end);
  const node = approval && approvedNode(approval, playbook);
  return node && `hash: ${contentHash(node)}`;
}

/** What every playbook has that is not of shared parts. */
export const neededSections = ['playbook', 'title', 'severities', 'channels', 'messages', 'flows'];

/** A whole small playbook, behind what stands in the file. */
export function newPlaybookFix(playbook: Playbook, t: Translate): Fix {
  const { text } = playbook.document;
  const top = shapeAt([], () => undefined) ?? {};
  const lines = neededSections.flatMap((key) => skeletonOf(key, shapeOfKey(top, key) ?? {}, playbook) ?? []);
  const lead = text === '' || text.endsWith('\n') ? '' : '\n';
  const end = toSpan(text.length, text.length);
  return {
    title: t('Write a first playbook'),
    safe: false,
    edits: [{ span: end, text: `${lead}${lines.join('\n')}\n` }],
  };
}
