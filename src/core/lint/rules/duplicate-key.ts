import { toNfc } from '../../text/nfc';
import type { YamlMap, YamlScalar } from '../../yaml/tree';
import { nodesIn } from '../../yaml/walk';
import type { Rule } from '../rule';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'error',
  form: true,
  summary: 'No key stands twice in one place.',
  why: 'Of two keys with the same name one is ignored, and nobody sees which.',

  *check({ playbook, t }) {
    for (const node of nodesIn(playbook.document.root)) {
      if (node.kind !== 'map' || !mayHaveTwins(node)) continue;
      const seen = new Map<string, YamlScalar>();
      for (const { key } of node.entries) {
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

/** In the few keys of most maps twins are seen without a table. */
function mayHaveTwins({ entries }: YamlMap): boolean {
  if (entries.length > 16) return true;
  const names = entries.map(({ key }) => toNfc(key.text));
  return names.some((name, at) => names.indexOf(name) < at);
}
