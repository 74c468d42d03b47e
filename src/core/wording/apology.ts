import type { PhraseList } from './phrase';

/** Words that apologise. Regret counts, thanks for patience does not. */
export const apology = {
  ja: /お詫び|おわび|お侘び|申し訳|申しわけ|もうしわけ|すみません|すいません|ごめんなさい|ごめんね|謝罪|深謝|陳謝|失礼(?:いた)?しました|ご?迷惑を(?:お|お 掛け|お掛け|おかけ)|ご不便を(?:お掛け|おかけ)|ご心配を(?:お掛け|おかけ)|反省/,
  en: /\b(?:sorry|apolog(?:y|ies|i[sz]e[ds]?|i[sz]ing)|regret|forgive|our (?:mistake|fault)|we let you down)\b/i,
};

/** Ways to apologise that make it worse. */
export const weakApology: PhraseList = {
  ja: [
    {
      pattern:
        /(?:もし|もしも|万が?一)[^。\n]{0,40}(?:でしたら|ましたら|たなら|のであれば|ならば?)[^。\n]{0,24}(?:お詫び|おわび|申し訳|謝罪)/,
      why: 'It apologises only on condition, as if nobody had been hit.',
    },
    {
      pattern: /(?:ご?不快|ご?迷惑|不安)[^。\n]{0,8}(?:思われた|感じられた|感じた|お感じになった)(?:方|かた|お客|皆)/,
      why: 'It apologises only to those who felt something, not for what happened.',
    },
    { pattern: /誤解を(?:与え|招い|招く|生)/, why: 'It says that the reader misunderstood.' },
    {
      pattern: /(?:のよう(?:で|です|でして)|らしく|らしいです|とのことです|模様です)(?=[、。])/,
      why: 'It passes on hearsay where the reader needs what you know.',
    },
    {
      pattern: /些細な|ささいな|ちょっとした|大したことの?ない|たいしたことの?ない|軽い不具合/,
      why: 'It makes the trouble small before the reader has.',
    },
    {
      pattern:
        /(?:お客[様さ]ま?|利用者|ユーザー)(?:側)?の(?:操作ミス|誤操作|確認不足|ご確認不足|環境の問題|不注意|勘違い)/,
      why: 'It puts the blame on the reader.',
    },
    {
      pattern: /(?:委託先|業者|外注先|取引先|担当者|アルバイト|新人)の(?:ミス|不手際|過失|手違い|責任)/,
      why: 'It puts the blame on somebody else.',
    },
    {
      pattern: /(?:弊社|当社|当店|私ども)(?:の責任では|に(?:責任|落ち度|非)は)(?:ない|なく|ありません|ございません)/,
      why: 'It refuses responsibility.',
    },
    {
      pattern: /この機会に|お見逃しなく|お買い得|ぜひお(?:買い)?求め|ぜひご購入|今だけの|今すぐご購入/,
      why: 'It sells while it apologises.',
    },
  ],
  en: [
    {
      pattern: /\b(?:sorry|apolog\w+)\b[^.!?\n]{0,24}\bif (?:you|anyone|anybody|someone|any|this|it|we)\b/i,
      why: 'It apologises only on condition, as if nobody had been hit.',
    },
    {
      pattern:
        /\bif (?:you|anyone|anybody|someone) (?:was|were|felt|feels?|has been|have been)\b[^.!?\n]{0,60}\b(?:sorry|apolog\w+)\b/i,
      why: 'It apologises only on condition, as if nobody had been hit.',
    },
    {
      pattern:
        /\bany (?:inconvenience|trouble|confusion|offen[cs]e|distress)\b(?: (?:this|it|that))?(?: (?:may|might|could) have(?: been)? caused)?/i,
      why: 'A stock phrase: “any” doubts that there was trouble. Say what the reader lost.',
    },
    {
      pattern: /\b(?:apparently|reportedly|seemingly|it (?:seems|appears) (?:that|to|like))\b/i,
      why: 'It passes on hearsay where the reader needs what you know.',
    },
    {
      pattern:
        /\b(?:just|only) a (?:few|small|minor|little|tiny|brief|short|handful|quick)\b|\b(?:minor|small|tiny|little|slight) (?:hiccup|glitch|blip|issue|problem|bug|snag)\b|\bhiccups?\b/i,
      why: 'It makes the trouble small before the reader has.',
    },
    {
      pattern:
        /\b(?:user error|your (?:own )?(?:mistake|error|fault)|you (?:misunderstood|failed to|should have|must have))\b/i,
      why: 'It puts the blame on the reader.',
    },
    {
      pattern:
        /\b(?:vendor|supplier|contractor|provider|partner|intern|employee|agency)(?:'s|’s)? (?:mistake|error|fault|negligence|failure)\b|\b(?:mistake|error|fault) (?:of|by) (?:a|an|our|the) (?:vendor|supplier|contractor|provider|partner|intern|employee|agency)\b/i,
      why: 'It puts the blame on somebody else.',
    },
    {
      pattern:
        /\b(?:not our (?:fault|mistake|responsibility)|(?:beyond|outside) our control|through no fault of our(?:s| own))\b/i,
      why: 'It refuses responsibility.',
    },
    {
      pattern:
        /\b(?:don[’']?t miss|shop now|buy now|order now|check out our|special offer|limited[- ]time|hurry|while you(?:[’']re| are) (?:here|waiting))\b/i,
      why: 'It sells while it apologises.',
    },
  ],
};
