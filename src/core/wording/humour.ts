import type { PhraseList } from './phrase';

const smiles = { why: 'An emoji smiles at somebody who has just lost something.' };
const face = { why: 'A face drawn with letters does not fit an apology.' };
const laughs = { why: 'Laughter does not fit an apology.' };
const excuse = { why: 'A joking excuse makes the loss small.' };

const shared = [
  {
    // Signs that stand for a word (a warning, a phone, a tick, a coloured dot) do not joke.
    pattern:
      /\p{Extended_Pictographic}(?<![©®™↔↕ℹ✅❌❎✔✖☑⚠⭕⛔🚫🚨📞☎📱✉📧📩📮🔗➡⬅⬆⬇▶◀⏰🕐-🕧⏱⏳⌛📅📆📍📌🔍🔎❓❗‼⁉🆕🆗🔴🟠🟡🟢🔵🟣⚫⚪🟥🟧🟨🟩🟦🟪⬛⬜▪▫])(?:\uFE0F|\p{Emoji_Modifier}|\u200D[♀♂]?\p{Extended_Pictographic}?)*/u,
    ...smiles,
  },
  // Two in quotes may be a title; a title is no cheer.
  {
    pattern: /(?:[!！]\s?){2,}(?![^「」『』\n]{0,20}[」』])/,
    why: 'Several exclamation marks read as cheer or panic.',
  },
  {
    pattern:
      /[（(](?=[^（()）\n]{0,8}[\^＾;；´｀`´・ω_＿дД≧≦▽∀￣>＞<＜TＴ;][^（()）\n]{0,8}[）)])[\^＾;；´｀`・ω_＿дД≧≦▽∀￣>＞<＜TＴoO。.\s*'’"-]{2,14}[）)]|m\s?[（(][_＿.\s]{2,5}[）)]\s?m|[:;]-?[)DP](?=\s|$)|¯\\?_[（(]ツ[）)]_\/¯|\borz\b/u,
    ...face,
  },
];

/** Marks of a joking tone. They are for a message that the brand and the class of trouble allow to smile. */
export const humour: PhraseList = {
  ja: [
    ...shared,
    {
      pattern: /[（(](?:笑|爆笑|苦笑|泣|汗)[）)]|(?<=[ぁ-んァ-ヶー一-龠。、])(?<![おお苦爆冷失談微])笑(?=[。\n]|$)/,
      why: 'A laugh in brackets does not fit an apology.',
    },
    {
      // Behind Japanese letters only: 45w is a number of watts.
      pattern: /(?<=[ぁ-んァ-ヶー一-龠。、])[wｗ]+(?=[。！!\s]|$)/,
      why: 'A closing “w” is laughter.',
    },
    { pattern: /てへ(?=[、。！!っぺ])|やっちゃいました|ドンマイ|許してちょ|ごめんちゃい/, ...excuse },
  ],
  en: [
    ...shared,
    { pattern: /\b(?:lol|lmao|rofl|haha+|hehe+)\b/i, ...laughs },
    {
      pattern: /\b(?:oops(?:ie)?|whoops(?:ie)?|uh[- ]oh|our bad|my bad|d[’']oh|gremlins?|hamsters?)\b/i,
      ...excuse,
    },
  ],
};
