import type { Phrase } from './phrase';

/** Phrases that do not belong into a Japanese apology. */
export const misplacedKeigo: readonly Phrase[] = [
  {
    pattern:
      /(?:新春|早春|陽春|晩春|初夏|盛夏|猛暑|残暑|初秋|秋冷|晩秋|初冬|師走|厳寒|余寒|春暖|秋涼|向寒|薄暑)の(?:候|みぎり|折)(?:、?(?:ますます|益々)ご(?:清[祥栄]|盛栄|健勝|隆盛))?|時下、?ますますご(?:清[祥栄]|盛栄|健勝|隆盛)|時下ますます|(?:ますます|益々)(?:ご清[祥栄]|ご盛栄|ご健勝|ご隆盛)/,
    why: 'A seasonal greeting makes the reader wait for the news.',
  },
  {
    pattern: /取り?急ぎ|とりいそぎ|(?:取りあえず|とりあえず)(?=、?(?:ご報告|お知らせ|ご連絡|お詫び))/,
    why: 'It says that the reader was worth only a hurried word.',
  },
  {
    pattern: /略儀(?:ながら|では(?:ございます|あります)が)?/,
    why: 'It apologises for the form, not for what happened.',
  },
];

/** Honorifics doubled. */
export const doubledHonorifics: readonly Phrase[] = [
  {
    pattern:
      /(?:おっしゃ|いらっしゃ|なさ|召し上が)られ(?:た|る|て|ま(?:す|した|せん))|(?:ご覧|お越し|お見え|お帰り|お読み|お使い|ご利用|お買い求め|お聞き|お話し|ご購入|お召し上がり)になられ(?:た|る|て|ま(?:す|した|せん))/,
    why: 'Two honorifics on one verb.',
  },
  {
    pattern:
      /拝[見読](?:させて(?:いただ|頂))(?:い|き|く)|拝受いたし|お?伺わ?(?:い)?させて(?:いただ|頂)|伺わせて(?:いただ|頂)/,
    why: 'Two humble forms on one verb.',
  },
  { pattern: /(?:各位様|各位殿|様各位|御中様|先生様|社長様)/, why: 'Two titles on one name.' },
];

/** Endings of "られ" and what is said without it. */
const withoutPassive: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  いらっしゃ: { た: 'った', る: 'る', て: 'って', ま: 'いま' },
  おっしゃ: { た: 'った', る: 'る', て: 'って', ま: 'いま' },
  なさ: { た: 'った', る: 'る', て: 'って', ま: 'いま' },
  召し上が: { た: 'った', る: 'る', て: 'って', ま: 'りま' },
  にな: { た: 'った', る: 'る', て: 'って', ま: 'りま' },
};
const singleTitle: Readonly<Record<string, string>> = {
  各位様: '各位',
  各位殿: '各位',
  様各位: '各位',
  御中様: '御中',
  先生様: '先生',
};

/** The one right form of a doubled honorific, where there is only one. */
export function singleHonorific(words: string): string | undefined {
  const title = singleTitle[words];
  if (title !== undefined) return title;
  const seen = /^拝([見読])させて(?:いただ|頂)([いきく])$/.exec(words);
  // The past of the humble form runs on behind the match: いただいた, いただきます.
  if (seen !== null) return seen[2] === 'く' ? `拝${seen[1]}する` : `拝${seen[1]}し`;
  const passive = /^(.*?)(いらっしゃ|おっしゃ|なさ|召し上が|にな)られ([たるてま])(.*)$/.exec(words);
  const ending = passive === null ? undefined : withoutPassive[passive[2] ?? '']?.[passive[3] ?? ''];
  return ending === undefined ? undefined : `${passive?.[1]}${passive?.[2]}${ending}${passive?.[4]}`;
}

/** 経緯報告書 (what happened) is often written as 経費報告書 (expenses). */
export const wrongReportName = '経費報告書';
export const rightReportName = '経緯報告書';

/** Ends of sentences in the polite and in the plain style. */
export const politeEnd =
  /(?:です|ます|ました|ません|ませんでした|でした|ください|ましょう|でしょう|ございます)(?:か|ね|よ|が)?[。！!]?$/;
export const plainEnd =
  /(?:である|であった|だった|だ|のだ|された|している|(?:て|で)い(?:る|た)|なかった|とする|した|する)[。！!]?$/;
