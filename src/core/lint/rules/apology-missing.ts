import { apology } from '../../wording/apology';
import { isOpen } from '../../wording/judged';
import { hasSign } from '../../wording/phrase';
import type { Rule } from '../rule';
import { addSentence } from '../textEdits';

const usualApology = {
  ja: { open: 'ご迷惑をおかけし、申し訳ございません。', over: 'ご迷惑をおかけし、申し訳ございませんでした。' },
  en: { open: 'We are sorry for the trouble.', over: 'We are sorry for the trouble this caused.' },
} as const;

export const apologyMissing: Rule = {
  id: 'apology-missing',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Every message to customers says sorry.',
  why: 'Customers forgive trouble sooner than silence about it, also when a supplier caused it.',

  *check({ t, variants }) {
    for (const judged of variants) {
      if (judged.own.length === 0 || judged.all.trim() === '') continue;
      if (!judged.isForCustomers || hasSign(judged.all, apology[judged.locale])) continue;
      const text = judged.own.find(({ name }) => name === 'body' || name === 'caption')?.text;
      const words = usualApology[judged.locale][isOpen(judged.message) ? 'open' : 'over'];
      yield {
        span: judged.variant.idSpan,
        message: t(
          'I can’t find an apology in what "{0}" says on "{1}". Say sorry for what the reader lost, whoever caused it.',
          judged.message.id,
          judged.variant.id,
        ),
        fixes: text && addSentence(text, words, t('Add "{0}"', words), false),
      };
    }
  },
};
