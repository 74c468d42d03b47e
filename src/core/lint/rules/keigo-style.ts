import { toSpan } from '../../text/span';
import {
  doubledHonorifics,
  misplacedKeigo,
  plainEnd,
  politeEnd,
  rightReportName,
  singleHonorific,
  wrongReportName,
} from '../../wording/keigo';
import { findPhrases } from '../../wording/phrase';
import type { Rule } from '../rule';
import { replaceWords } from '../textEdits';

const stiff = [...misplacedKeigo, ...doubledHonorifics];

export const keigoStyle: Rule = {
  id: 'keigo-style',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'Japanese messages keep one polite style, without stock greetings or doubled honorifics.',
  why: 'Stiff or clumsy manners read as if no person had written them.',

  *check({ playbook, t, variants }) {
    const { text: file } = playbook.document;
    for (let index = file.indexOf(wrongReportName); index >= 0; index = file.indexOf(wrongReportName, index + 1)) {
      const span = toSpan(index, index + rightReportName.length);
      yield {
        span,
        message: t('経費報告書 is a report of expenses. The report of what happened is called 経緯報告書.'),
        fixes: [{ title: t('Change to "{0}"', rightReportName), safe: true, edits: [{ span, text: rightReportName }] }],
      };
    }
    for (const judged of variants) {
      if (judged.locale !== 'ja' || !judged.isForCustomers) continue;
      for (const { name, text, words: shown, sentences: all } of judged.own) {
        for (const { phrase, from, to, words } of findPhrases(shown, stiff)) {
          const single = singleHonorific(words);
          yield {
            span: text.spanOf(from, to),
            message: t('"{0}" does not belong here. {1}', words, t(phrase.why)),
            fixes:
              single === undefined
                ? []
                : replaceWords({ text, from, to, words: single, safe: true }, t('Change to "{0}"', single)),
          };
        }
        if (name === 'subject' || name === 'title') continue;
        if (!shown.includes('。')) continue;
        const sentences = all.filter(({ text, isItem }) => !isItem && text.endsWith('。'));
        if (!sentences.some((sentence) => politeEnd.test(sentence.text))) continue;
        const plain = sentences.find((sentence) => plainEnd.test(sentence.text) && !politeEnd.test(sentence.text));
        if (plain === undefined) continue;
        yield {
          span: text.spanOf(plain.from, plain.to),
          message: t('This sentence is in the plain style (である), the others are in です・ます. Keep to です・ます.'),
        };
      }
    }
  },
};
