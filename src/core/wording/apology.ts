import type { PhraseList, SignList } from './phrase';

/** Words that apologise. Thanks for patience do not. */
export const apology: SignList = {
  ja: [
    { pattern: /お詫び|おわび|お侘び|申し訳|申しわけ|もうしわけ/, because: 'the usual words of a company' },
    { pattern: /すみません|すいません|ごめんなさい|ごめんね|失礼(?:いた)?しました/, because: 'the words of a person' },
    { pattern: /謝罪|深謝|陳謝|反省して/, because: 'the words of a statement' },
    {
      pattern: /ご?(?:迷惑|不便|心配|負担|不安)を(?:お?かけ|お掛け|掛け)/,
      because: 'half an apology, which a brand may mean as one',
    },
  ],
  en: [
    {
      pattern: /\bsorry\b(?<!than sorry)(?! to (?:say|report|inform))/i,
      because: 'not "better safe than sorry", not "sorry to say"',
    },
    {
      pattern: /\bapolog(?:y|ies|i[sz]e[ds]?|i[sz]ing)\b(?<!(?:\bno|\bnot|n[’']t|\bwithout) (?:an? )?\w+)/i,
      because: 'the word itself, unless refused',
    },
    {
      pattern:
        /\b(?:(?:we|i) (?:\w+ )?regret|forgive (?:us|me)|our (?:mistake|fault)|let (?:you|our \w+|them) down)\b/i,
      because: 'regret and responsibility count',
    },
  ],
};

const onlyIf = { why: 'It apologises only on condition, as if nobody had been hit.' };
const hearsay = { why: 'It passes on hearsay where the reader needs what you know.' };
const small = { why: 'It makes the trouble small before the reader has.' };
const blamesReader = { why: 'It puts the blame on the reader.' };
const blamesOther = { why: 'It puts the blame on somebody else.' };
const refuses = { why: 'It refuses responsibility.' };
const sells = { why: 'It sells while it apologises.' };

/** Ways to apologise that make it worse. */
export const weakApology: PhraseList = {
  ja: [
    {
      // The apology must follow in the sentence: a condition in front of a help is none.
      pattern:
        /(?:もしも?|万が?一)[^。\n]{0,40}(?:でしたら|ましたら|たなら|のであれば|とすれば|ならば?)(?=[^。\n]{0,24}(?:お詫び|おわび|申し訳|謝罪))/,
      ...onlyIf,
    },
    {
      pattern:
        /ご?(?:不快|迷惑|不便|心配|不安)[^、。\n]{0,16}(?:でしたら|ましたら|たなら|のであれば|とすれば|ならば?)(?=[^。\n]{0,24}(?:お詫び|おわび|申し訳|謝罪))/,
      ...onlyIf,
    },
    {
      pattern:
        /ご?(?:不快|迷惑|不安)[^。\n]{0,8}(?:思われた|感じられた|感じた|お感じになった|(?:思いを)?された)(?=方|かた)|ご?気分を害(?:され|し)た(?=方|かた)/,
      why: 'It apologises only to those who felt something, not for what happened.',
    },
    {
      // "So as not to be misunderstood" is care, not an excuse.
      pattern:
        /誤解を(?:与え(?!ない|ず)|招(?![かき](?:ない|ねない|ません|ず))|生(?![まみ](?:ない|ません|ず)))[^、。\n]{0,14}(?:とすれば|のであれば|ましたら|たなら|こと|表現)/,
      why: 'It says that the reader misunderstood.',
    },
    {
      pattern:
        /(?:ない|てい?る|れる|きた|した|った)(?:ようで(?:す|した|して|ございます)|模様で(?:す|した)|みたいです)|とのことです|(?:ない|る|た)らしいです/,
      ...hearsay,
    },
    {
      pattern:
        /(?:些細|ささい)な(?!こと(?:でも|まで))|ちょっとした|[大た]い?したことの?(?:ない|ありません)|軽い不具合|(?:ほんの|ごく)?小さな(?:ミス|不具合|問題|トラブル)/,
      ...small,
    },
    { pattern: /(?:わずか|たった)(?=の?\s?[\d０-９数])|たかが/, ...small },
    {
      pattern:
        /(?:お客[様さ]ま?|利用者|ユーザー)(?:側)?の(?:操作ミス|誤操作|確認不足|ご確認不足|環境の問題|不注意|勘違い)(?!では(?:なく|ない|あり|ござい))/,
      ...blamesReader,
    },
    {
      pattern:
        /(?:委託先|業者|外注先|取引先|担当者|アルバイト|新人)の(?:ミス|不手際|過失|手違い|責任)(?!では(?:なく|ない|あり|ござい))/,
      ...blamesOther,
    },
    {
      pattern: /(?:弊社|当社|当店|私ども)(?:の責任では|に(?:責任|落ち度|非)は)(?:ない|なく|ありません|ございません)/,
      ...refuses,
    },
    {
      pattern:
        /この機会に|お見逃しなく|お買い得|ぜひお(?:買い)?求め|ぜひご購入|今だけの?(?=[限特お無、！!])|今すぐご購入/,
      ...sells,
    },
  ],
  en: [
    {
      // A comma between them makes two sentences of it: the second may offer help.
      pattern:
        /\b(?:sorry|apolog\w+)\b[^.!?;:,\n–—]{0,24}\bif (?:you|anyone|anybody|someone|any|this|it|we|our \w+)\b(?: (?:was|were|felt|feel|have been|has been)\b)?/i,
      ...onlyIf,
    },
    {
      pattern:
        /\bif (?:(?:anyone|anybody|someone) (?:was|were|felt|feels|has been)|you (?:felt|feel|were (?:offended|upset|hurt|inconvenienced|affected|bothered|disappointed|misled|confused)))\b(?=[^.!?\n]{0,60}\b(?:sorry|apolog\w+)\b)/i,
      ...onlyIf,
    },
    {
      pattern: /\bsorry (?:that )?you (?:feel|felt|think|took)\b|\bsorry for how you feel\b/i,
      why: 'It apologises only to those who felt something, not for what happened.',
    },
    {
      pattern:
        /(?<=\b(?:for|regret) )any (?:possible |potential )?(?:inconvenience|trouble|confusion|offen[cs]e|distress)\b(?:(?: (?:this|it|that|we))?(?: (?:may|might|could) have)?(?: been)?(?: caused)?)?/i,
      why: 'A stock phrase: “any” doubts that there was trouble. Say what the reader lost.',
    },
    {
      pattern:
        /\b(?:apparently|reportedly|seemingly|it (?:seems|appears)(?= (?:that|to|like|as if|as though|some|you|we)\b)|it looks (?:like|as if))/i,
      ...hearsay,
    },
    {
      pattern:
        /\b(?:just|only) a (?:few|small|minor|little|tiny|brief|short|handful|quick)\b(?! (?:steps?|clicks?|seats?|left|words?|of our team))|\b(?:minor|small|tiny|little|slight) (?:hiccup|glitch|blip|issue|problem|bug|snag|inconvenience|interruption|disruption|mistake|delay)s?\b|\bhiccups?\b/i,
      ...small,
    },
    {
      // "Not your fault", "you should have received a mail" blame nobody.
      pattern:
        /(?<!\b(?:not|n[’']t|no|never)\b[^.!?\n]{0,12})\b(?:user error|your (?:own )?(?:mistake|error|fault)|you (?:misunderstood|failed to|should have (?:saved|checked|read|known|noticed|backed|updated|waited|used|followed|called|kept)|must have (?:entered|made|clicked|missed|misread)))\b/i,
      ...blamesReader,
    },
    {
      pattern:
        /\b(?:vendor|supplier|contractor|provider|partner|third party|intern|employee|agency)(?:'s|’s)? (?:mistake|error|fault|negligence|failure)\b|\b(?:mistake|error|fault) (?:of|by) (?:a|an|our|the) (?:vendor|supplier|contractor|provider|partner|intern|employee|agency)\b/i,
      ...blamesOther,
    },
    {
      pattern:
        /\b(?:not our (?:fault|mistake|responsibility)|(?:beyond|outside) our control|through no fault of our(?:s| own))\b/i,
      ...refuses,
    },
    {
      pattern:
        /\bdon[’']?t miss\b(?= (?:out|our|this|the))|\b(?:shop|buy|order) now\b|\bcheck out our\b|\blimited[- ]time\b|\bhurry(?=,| up|!| and )|\bwhile you(?:[’']re| are) (?:here|waiting)\b|\b(?:enjoy|grab|discover|browse) (?:our|this|these) (?:[\w-]+ ){0,3}(?:offers?|deals?|sale|collection|range|bestsellers?)\b/i,
      ...sells,
    },
  ],
};
