import type { PhraseList } from './phrase';

const colour = { why: 'Not everybody sees the colour.' };
const symbol = { why: 'Not everybody sees or hears the symbol.' };
const here = { why: 'A link that says only “here” tells a listener nothing.' };
/** The mark comes first, what must stand before it behind: most texts have no mark. */
const mark = '[×✕✖❌⭕○◯△▲✅✔☑🔴🟡🟢]\\uFE0F?(?=[ \\t|｜]*$)';

/** A mark that ends a line behind a name and a gap: nothing else says what it means. */
const markAlone = new RegExp(`${mark}(?<=^[^\\n。.!?]{1,30}(?:[:：|｜　\\t] ?).\\uFE0F?)`, 'mu');
/** The same in a list, behind one or two words. */
const markInList = new RegExp(
  `${mark}(?<=^[ \\t]*[-*・+] ?[^\\s。、.!?]{1,20}(?: [^\\s。、.!?]{1,20})? ?.\\uFE0F?)`,
  'mu',
);

/** Ways to say something that only eyes can read. */
export const byEyeAlone: PhraseList = {
  ja: [
    {
      // 赤字 is also a loss: only with what it marks.
      pattern:
        /[赤青緑黄](?:字|色|枠)の(?:もの|箇所|部分|欄|日|商品|項目|店舗|文字|ボタン|印)|[赤青緑黄](?:字|色|枠)で(?:示|表|記|囲|書)|[赤青緑黄](?:い|色い)(?:部分|箇所|欄|ボタン|印|文字)(?=の|が|は|を|で)/,
      ...colour,
    },
    {
      pattern: /[×✕✖△▲●○◯]のみ|[×✕✖△▲●○◯]印?の(?:もの|方|商品|項目|欄|日|店舗)|[×✕✖](?:は|が)(?:不可|利用不可|停止中)/,
      ...symbol,
    },
    { pattern: markAlone, ...symbol },
    { pattern: markInList, ...symbol },
    { pattern: /(?:こちら|ここ)をクリック/, ...here },
  ],
  en: [
    {
      // Shirts in red are things; only what is shown in red has a meaning.
      pattern:
        /\bin (?:red|green|yellow|blue|orange|amber|gr[ae]y)\b(?<=\b(?:ones|those|marked|shown|highlighted|listed|printed|written|everything|anything|items?|rows?|lines|dates?|times|prices?|areas?|services?) in \w+)|\bthe (?:red|green|yellow|blue|orange) (?:text|buttons?|box(?:es)?|areas?|sections?|rows?|items?|cells?|ones?|dots?|lights?|markers?|icons?)\b/i,
      ...colour,
    },
    { pattern: markAlone, ...symbol },
    { pattern: markInList, ...symbol },
    { pattern: /\bclick here\b/i, ...here },
    {
      pattern: /(?<![A-Z])(?:[A-Z]{2,}[ ,]+){3,}[A-Z]{2,}[.!]?/,
      why: 'All capitals are spelt out by some screen readers, and shout at everybody else.',
    },
  ],
};
