import type { PhraseList } from './phrase';

const shared = [
  {
    pattern: /(?![©®™↔↕ℹ])\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*/u,
    why: 'An emoji smiles at somebody who has just lost something.',
  },
  { pattern: /(?:[!！]\s?){2,}/, why: 'Several exclamation marks read as cheer or panic.' },
  {
    pattern:
      /[（(](?=[^（()）\n]{0,8}[\^＾;；´｀`´・ω_＿д≧≦▽∀￣>＞<＜TＴ;][^（()）\n]{0,8}[）)])[\^＾;；´｀`・ω_＿д≧≦▽∀￣>＞<＜TＴoO。.\s*'’"-]{2,14}[）)]|m\s?[（(][_＿.\s]{2,5}[）)]\s?m|[:;]-?[)DP](?=\s|$)/u,
    why: 'A face drawn with letters does not fit an apology.',
  },
];

/** Marks of a joking tone. They are for a message that the brand and the class of trouble allow to smile. */
export const humour: PhraseList = {
  ja: [
    ...shared,
    {
      pattern: /[（(](?:笑|爆笑|苦笑|泣|汗)[）)]|(?<=[ぁ-んァ-ヶー一-龠。、])笑(?=[。\n]|$)/,
      why: 'A laugh in brackets does not fit an apology.',
    },
    { pattern: /(?<=[ぁ-んァ-ヶー一-龠。、])[wｗ]+(?=[。！!\s]|$)/, why: 'A closing “w” is laughter.' },
    { pattern: /てへ|やっちゃいました|ドンマイ|許してちょ|ごめんちゃい/, why: 'A joking excuse makes the loss small.' },
  ],
  en: [
    ...shared,
    { pattern: /\b(?:lol|lmao|rofl|haha+|hehe+)\b/i, why: 'Laughter does not fit an apology.' },
    {
      pattern: /\b(?:oops(?:ie)?|whoops(?:ie)?|uh[- ]oh|our bad|my bad|d[’']oh|gremlins?|hamsters?)\b/i,
      why: 'A joking excuse makes the loss small.',
    },
  ],
};
