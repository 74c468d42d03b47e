import { LineIndex } from '../../text/lineIndex';
import { nearest } from '../../text/nearest';
import { type Edit, toSpan } from '../../text/span';
import type { Ignore } from '../ignores';
import type { Rule } from '../rule';

export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  severity: 'warning',
  summary: 'Every comment that silences a rule silences something.',
  why: 'A comment that is left over hides the next real mistake in the same place.',

  *check({ ignores, playbook, ruleIds, t }) {
    for (const ignore of ignores.all) {
      // Without a reason it is the finding of another rule.
      if (ignore.rule === '' || ignore.reason === undefined || ignores.hasSilenced(ignore)) continue;
      const meant = ruleIds.has(ignore.rule) ? undefined : nearest(ignore.rule, ruleIds);
      yield {
        span: ignore.ruleSpan,
        message: ruleIds.has(ignore.rule)
          ? t('Nothing here breaks the rule "{0}" any more, so this comment can go.', ignore.rule)
          : meant === undefined
            ? t('There is no rule "{0}", so this comment silences nothing.', ignore.rule)
            : t('There is no rule "{0}", so this comment silences nothing. Did you mean "{1}"?', ignore.rule, meant),
        fixes:
          meant === undefined
            ? [{ title: t('Remove the comment'), safe: true, edits: [removal(ignore, playbook.document.text)] }]
            : [{ title: t('Change to "{0}"', meant), safe: true, edits: [{ span: ignore.ruleSpan, text: meant }] }],
      };
    }
  },
};

/** The comment with its line where it has one of its own, else with the spaces before it. */
function removal({ comment }: Ignore, text: string): Edit {
  const lines = new LineIndex(text);
  const line = lines.lineAt(comment.start);
  const before = text.slice(lines.lineStart(line), comment.start);
  if (before.trim() === '') return { span: toSpan(lines.lineStart(line), lines.lineStart(line + 1)), text: '' };
  return { span: toSpan(comment.start - (before.length - before.trimEnd().length), comment.end), text: '' };
}
