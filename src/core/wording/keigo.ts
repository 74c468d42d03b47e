import type { Phrase } from './phrase';

/** Phrases that do not belong into a Japanese apology. */
export const misplacedKeigo: readonly Phrase[] = [
  {
    pattern:
      /(?:新春|早春|陽春|晩春|初夏|盛夏|猛暑|残暑|初秋|秋冷|晩秋|初冬|師走|厳寒|余寒)の(?:候|みぎり)|時下ますます|(?:ますます|益々)(?:ご清[祥栄]|ご盛栄|ご健勝|ご隆盛)|(?:春暖|秋涼|向寒|薄暑)の折/,
    why: 'A seasonal greeting makes the reader wait for the news.',
  },
  { pattern: /取り?急ぎ|とりいそぎ/, why: 'It says that the reader was worth only a hurried word.' },
  {
    pattern: /略儀(?:ながら|では(?:ございます|あります)が)?/,
    why: 'It apologises for the form, not for what happened.',
  },
];

/** Honorifics doubled. */
export const doubledHonorifics: readonly Phrase[] = [
  {
    pattern:
      /おっしゃられ|(?:ご覧|お越し|お見え|お帰り|お読み|お使い|ご利用|お買い求め|お聞き|お話し|ご購入)になられ|お召し上がりになられ|いらっしゃられ|なさられ|召し上がられ/,
    why: 'Two honorifics on one verb.',
  },
  {
    pattern: /拝見させていただ|拝読させていただ|拝受いたし|お伺いさせていただ|伺わせていただ/,
    why: 'Two humble forms on one verb.',
  },
  { pattern: /(?:各位様|各位殿|様各位|御中様|先生様|社長様)/, why: 'Two titles on one name.' },
];

/** 経緯報告書 (what happened) is often written as 経費報告書 (expenses). */
export const wrongReportName = /経費報告書/g;
export const rightReportName = '経緯報告書';

/** Ends of sentences in the polite and in the plain style. */
export const politeEnd =
  /(?:です|ます|ました|ません|ませんでした|でした|ください|ましょう|でしょう|ございます)(?:か|ね|よ|が)?[。！!]?$/;
export const plainEnd =
  /(?:である|であった|だった|だ|のだ|された|している|(?:て|で)い(?:る|た)|なかった|とする|した|する)[。！!]?$/;
