import type { Text } from '../../model/playbook';
import { type Span, toSpan } from '../../text/span';
import { quote } from '../../yaml/quote';
import type { YamlComment } from '../../yaml/tree';
import type { Rule } from '../rule';

export const lossyScalar: Rule = {
  id: 'lossy-scalar',
  severity: 'error',
  form: true,
  summary: 'Text is read as it is written.',
  why: 'A telephone number that loses its first zero reaches nobody.',

  *check({ playbook, t }) {
    const { document } = playbook;
    const cutters = new Map(
      document.comments
        .filter((comment) => cutsOff(comment, document.text))
        .map((comment) => [comment.span.start, comment]),
    );
    for (const text of playbook.texts) {
      if (text.span.file !== undefined) continue;
      const { scalar } = text;
      if (scalar.style === 'missing') {
        if (document.text[scalar.span.start] === '*') continue;
        yield {
          span: text.keySpan,
          message: t('Nothing is written here. Write the text, or take the key away.'),
        };
        continue;
      }
      if (scalar.style !== 'plain' || document.text[scalar.span.start] === '*') continue;
      const comment = behind(text, cutters, document.text);
      if (comment !== undefined) {
        const span = toSpan(scalar.span.start, comment.span.end);
        const whole = document.text.slice(span.start, span.end).trimEnd();
        yield {
          span,
          message: t(
            'The text ends before the #: what stands behind it is taken for a note. Put the whole text in quotes.',
          ),
          fixes: [inQuotes(toSpan(span.start, span.start + whole.length), whole, t('Put the text in quotes'))],
        };
      } else if (scalar.value === null || (typeof scalar.value !== 'string' && String(scalar.value) !== scalar.text)) {
        yield {
          span: scalar.span,
          message:
            scalar.value === null
              ? t('"{0}" is read as nothing at all. Put it in quotes if it is meant as text.', scalar.text)
              : t('"{0}" is read as {1}, so part of it is lost. Put it in quotes.', scalar.text, String(scalar.value)),
          fixes: [inQuotes(scalar.span, scalar.text, t('Put the text in quotes'))],
        };
      }
    }
  },
};

/** Without a space behind the `#`, it was meant as text: お詫び #1. */
function cutsOff({ ownLine, span }: YamlComment, text: string): boolean {
  return !ownLine && span.end > span.start + 1 && !/\s/.test(text[span.start + 1] ?? ' ');
}

function behind({ scalar }: Text, cutters: ReadonlyMap<number, YamlComment>, text: string): YamlComment | undefined {
  if (cutters.size === 0) return undefined;
  let at = scalar.span.end;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return cutters.get(at);
}

function inQuotes(span: Span, text: string, title: string) {
  return { title, safe: true, edits: [{ span, text: quote(text) }] };
}
