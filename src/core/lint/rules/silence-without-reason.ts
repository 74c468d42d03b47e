import type { Playbook, SeverityClass } from '../../model/playbook';
import { isWritten } from '../../schema/written';
import type { Span } from '../../text/span';
import type { Translate } from '../../text/translate';
import { insertBehind, toScalar } from '../edits';
import type { Fix } from '../finding';
import type { Rule } from '../rule';
import { toDo } from '../stubs';

export const silenceWithoutReason: Rule = {
  id: 'silence-without-reason',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Where nothing is announced, the playbook says why.',
  why: 'Silence is right only when it is a decision. Without a reason it looks like hiding to customers who find out.',

  *check({ playbook, t }) {
    if (playbook.policy.silence !== 'needs-reason') return;
    for (const severity of playbook.severities.values()) {
      const key = severity.keys.get('announce');
      if (severity.announce || key === undefined || saysWhy(severity)) continue;
      yield {
        span: key,
        message: t(
          'Nothing is announced in the class "{0}", and nobody can see why. Write the reason at "silence_reason".',
          severity.id,
        ),
        fixes: stub(severity, key, playbook, t),
      };
    }
  },
};

/** A value that is missing behind the key is a finding of its own, and so is a key that is misspelt. */
function saysWhy(severity: SeverityClass): boolean {
  const { silenceReason } = severity;
  return isWritten(severity, 'silence_reason') && (silenceReason === undefined || silenceReason.value.trim() !== '');
}

function stub(severity: SeverityClass, key: Span, playbook: Playbook, t: Translate): readonly Fix[] {
  const { text } = playbook.document;
  const value = /^["']?\s*:\s*["']?[a-z]+["']?/i.exec(text.slice(key.end, key.end + 200));
  if (key.file !== undefined || value === null || severity.keys.has('silence_reason')) return [];
  const reason = toScalar(toDo(t, t('why nothing is said')));
  const edit = insertBehind(text, { key, end: key.end + value[0].length }, [{ key: 'silence_reason', value: reason }]);
  return [{ title: t('Write {0}', t('"{0}"', 'silence_reason')), safe: false, edits: [edit] }];
}
