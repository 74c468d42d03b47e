import { isOpen } from '../../wording/judged';
import type { Rule } from '../rule';
import { addSentence } from '../textEdits';

const usualPromise = {
  ja: '次のお知らせは{{next_update_at}}です。',
  en: 'Next update: {{next_update_at}}.',
} as const;

export const nextUpdateMissing: Rule = {
  id: 'next-update-missing',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Every message about trouble that is not over says when the next word comes.',
  why: 'Who knows when to look again stops asking.',

  *check({ t, variants }) {
    for (const judged of variants) {
      if (!isOpen(judged.message) || !judged.isForCustomers || judged.own.length === 0) continue;
      if (/\{\{\s*next_update_at\s*\}\}/.test(judged.all)) continue;
      const text = judged.own.find(({ name }) => name === 'body' || name === 'caption')?.text;
      const words = usualPromise[judged.locale];
      yield {
        span: judged.variant.idSpan,
        message: t(
          'In what "{0}" says on "{1}" I can’t find when the next word comes, so readers keep asking. Add a sentence with {2}.',
          judged.message.id,
          judged.variant.id,
          '{{next_update_at}}',
        ),
        fixes: text && addSentence(text, words, t('Add "{0}"', words), false),
      };
    }
  },
};
