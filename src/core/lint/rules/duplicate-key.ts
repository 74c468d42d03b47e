import { toNfc } from '../../text/nfc';
import type { YamlScalar } from '../../yaml/tree';
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
      if (node.kind !== 'map' || node.entries.length < 2) continue;
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
