import type { Message, Playbook } from '../../model/playbook';
import { isWritten } from '../../schema/written';
import { type Span, toSpan } from '../../text/span';
import type { Translate } from '../../text/translate';
import { insertBehind } from '../edits';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

export const aiDraftUnreviewed: Rule = {
  id: 'ai-draft-unreviewed',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Every message that AI drafted has been read by a person, and the policy allows such drafts.',
  why: 'Customers notice when nobody has read what they are told, and on a bad day that reads as not caring.',

  *check({ playbook, t }) {
    for (const message of playbook.messages.values()) {
      const key = message.keys.get('drafted_by');
      if (message.draftedBy !== 'ai' || key === undefined) continue;
      if (playbook.policy.aiDrafts === 'forbidden') {
        const policy = playbook.sectionKeys.get('policy');
        yield {
          span: key,
          message: t('The policy forbids AI drafts, and "{0}" is one. Have a person write it anew.', message.id),
          ...(policy && { related: [{ span: policy, message: t('The policy is here') }] }),
          fixes: rewritten(key, playbook, t),
        };
      } else if (!isWritten(message, 'reviewed_by')) {
        yield {
          span: key,
          message: t(
            '"{0}" was drafted by AI, and nobody has reviewed it. Have a person read every word, then write who it was at "reviewed_by".',
            message.id,
          ),
          fixes: reviewed(message, key, playbook, t),
        };
      }
    }
  },
};

/** Offered, not safe: only the person named can say that it is so. */
function reviewed(message: Message, key: Span, playbook: Playbook, t: Translate): readonly Fix[] {
  const value = valueSpan(key, playbook);
  const lead = [...playbook.roles.values()].find(({ decides }) => decides)?.person?.target;
  const person = lead ?? playbook.owner?.target ?? [...playbook.people.values()][0];
  if (value === undefined || person === undefined) return [];
  const edit = insertBehind(playbook.document.text, { key, end: value.end }, [
    { key: 'reviewed_by', value: person.id },
  ]);
  return [{ title: t('Write that "{0}" has read "{1}"', person.id, message.id), safe: false, edits: [edit] }];
}

function rewritten(key: Span, playbook: Playbook, t: Translate): readonly Fix[] {
  const value = valueSpan(key, playbook);
  if (value === undefined) return [];
  return [
    { title: t('Write that a person has written it anew'), safe: false, edits: [{ span: value, text: 'person' }] },
  ];
}

/** Of the word `ai`, with its quotes; undefined in another file, whose text is not at hand. */
function valueSpan(key: Span, playbook: Playbook): Span | undefined {
  const match = /^(["']?\s*:\s*)(["']?ai["']?)/.exec(playbook.document.text.slice(key.end, key.end + 200));
  if (key.file !== undefined || match === null) return undefined;
  const start = key.end + (match[1]?.length ?? 0);
  return toSpan(start, start + (match[2]?.length ?? 0));
}
