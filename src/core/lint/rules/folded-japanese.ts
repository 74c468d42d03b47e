import { toSpan } from '../../text/span';
import type { Rule } from '../rule';

const japanese = '[\\u3000-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const joined = new RegExp(`${japanese}[ \\t]*(?:\\r\\n|\\r|\\n)[ \\t]*${japanese}`);

export const foldedJapanese: Rule = {
  id: 'folded-japanese',
  severity: 'warning',
  form: true,
  summary: 'Japanese text keeps its lines.',
  why: 'Lines that are joined get a space between them, in the middle of a Japanese sentence.',

  *check({ playbook, t }) {
    const source = playbook.document.text;
    for (const { scalar, span } of playbook.texts) {
      if (span.file !== undefined || scalar.style !== 'folded' || source[scalar.span.start] !== '>') continue;
      if (!joined.test(source.slice(scalar.span.start, scalar.span.end))) continue;
      const sign = toSpan(scalar.span.start, scalar.span.start + 1);
      yield {
        span: sign,
        message: t(
          'With > the lines are joined by a space, which readers see in the middle of the sentence. Use | to keep the lines as they are.',
        ),
        fixes: [{ title: t('Use | in place of >'), safe: true, edits: [{ span: sign, text: '|' }] }],
      };
    }
  },
};
