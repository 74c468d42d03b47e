import { toNfc } from '../../text/nfc';
import type { YamlMap, YamlNode, YamlScalar } from '../../yaml/tree';
import { nodesIn } from '../../yaml/walk';
import type { Rule } from '../rule';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'error',
  form: true,
  summary: 'No key stands twice in one place.',
  why: 'Of two keys with the same name one is ignored, and nobody sees which.',

  *check({ playbook, t }) {
    for (const { entries } of mapsWithTwins(playbook.document.root)) {
      const seen = new Map<string, YamlScalar>();
      for (const { key } of entries) {
        const name = toNfc(key.text);
        const first = seen.get(name);
        if (first === undefined) {
          seen.set(name, key);
          continue;
        }
        yield {
          span: key.span,
          message: t(
            '"{0}" is written twice here, and only the first counts. Rename one of them, or put both together.',
            key.text,
          ),
          related: [{ span: first.span, message: t('The first one') }],
        };
      }
    }
  },
};

/** Looked for in one go: nearly every file has none. */
function mapsWithTwins(root: YamlNode | undefined): readonly YamlMap[] {
  const found: YamlMap[] = [];
  for (const node of nodesIn(root)) if (node.kind === 'map' && mayHaveTwins(node)) found.push(node);
  return found;
}

/** In the few keys of most maps twins are seen without a table. */
function mayHaveTwins({ entries }: YamlMap): boolean {
  if (entries.length > 16) return true;
  const signs: number[] = [];
  for (const { key } of entries) {
    const sign = signOf(toNfc(key.text));
    if (signs.includes(sign)) return true;
    signs.push(sign);
  }
  return false;
}

/** Equal for equal names, and for few others. */
function signOf(name: string): number {
  const at = (place: number) => name.charCodeAt(place) || 0;
  return ((name.length * 31 + at(0)) * 31 + at(name.length >> 1)) * 31 + at(name.length - 1);
}
