import { isForCustomers, type WordingLocale } from '../../wording/judged';
import { findPhrases, type Phrase } from '../../wording/phrase';
import type { Rule } from '../rule';

const byEyeAlone: Readonly<Record<WordingLocale, readonly Phrase[]>> = {
  ja: [
    {
      pattern: /(?:赤|青|緑|黄)(?:字|色|枠|い(?:部分|箇所|欄|ボタン|印|文字))(?:の|が|は|を|で)/,
      why: 'Not everybody sees the colour.',
    },
    {
      pattern: /(?:[×✕✖△▲●]|○)印?の(?:もの|方|商品|項目|欄|日|店舗)|[×✕✖](?:は|が)(?:不可|利用不可|停止中)/,
      why: 'Not everybody sees or hears the symbol.',
    },
    { pattern: /(?:こちら|ここ)をクリック/, why: 'A link that says only “here” tells a listener nothing.' },
  ],
  en: [
    {
      pattern:
        /\b(?:in|the) (?:red|green|yellow|blue|orange)(?=[ ,.](?:text|button|box|area|section|rows?|items?|cells?|line|ones?)?)(?: (?:text|button|box|area|section|rows?|items?|cells?|line|ones?))?/i,
      why: 'Not everybody sees the colour.',
    },
    { pattern: /\bclick here\b/i, why: 'A link that says only “here” tells a listener nothing.' },
    {
      pattern: /(?<![A-Z])(?:[A-Z]{2,}[ ,]+){3,}[A-Z]{2,}[.!]?/,
      why: 'All capitals are spelt out by some screen readers, and shout at everybody else.',
    },
  ],
};

export const inaccessibleText: Rule = {
  id: 'inaccessible-text',
  severity: 'warning',
  whileDraft: 'info',
  summary: 'What a message means can be heard as well as seen.',
  why: 'Some readers see no colour, some hear the text read aloud, and they are customers like all others.',

  *check({ playbook, t, variants }) {
    for (const judged of variants) {
      if (!isForCustomers(judged)) continue;
      for (const { name, text } of judged.own) {
        for (const { phrase, from, to, words } of findPhrases(text.value, byEyeAlone[judged.locale])) {
          yield {
            span: text.spanOf(from, to),
            message: t('"{0}" can’t be understood by everyone. {1}', words, t(phrase.why)),
          };
        }
        for (const match of text.value.matchAll(/!\[\s*\]\([^)\n]*\)/g)) {
          yield {
            span: text.spanOf(match.index, match.index + match[0].length),
            message: t('This picture has no words for those who can’t see it. Write them into the square brackets.'),
          };
        }
        if (name !== 'subject' && name !== 'title' && /^\s*https?:\/\/\S+\s*$/.test(text.value)) {
          yield {
            span: text.spanOf(0, text.value.trimEnd().length),
            message: t('The whole text is a link. Say in words what is behind it.'),
          };
        }
      }
    }
    const visual = playbook.sorryPage?.visual;
    if (visual?.asset !== undefined && visual.alt === undefined) {
      yield {
        span: visual.keySpan,
        message: t('The picture on the sorry page has no "alt": say in words what it shows.'),
      };
    }
  },
};
