import type { SignList } from './phrase';

/** What fails, said as what the reader can't do. Rules that look here say "I can't find", since the list is never whole. */
export const whatFails: SignList = {
  ja: [
    {
      pattern:
        /でき(?:ない|ません|なく|なか|ず|にくい|づらい|にくく|づらく)|(?:いただけ|頂け)(?:ない|ません|なく|なか|ず)/,
      because: 'what the reader cannot do, politely',
    },
    {
      pattern:
        /(?:[けげせてねべめえ]|(?<!し)れ)(?:ない|ません|なく|なか|ず[、。に])|[^、。\s](?:づら|しに?く|にく)[いく]/,
      because: 'the potential of any verb, refused: 開けない, 読み取れなく, 表示されません, つながりにくい',
    },
    {
      pattern:
        /(?:つなが|繋が|開|届|動|進|効|続|見つか|映|流れ|始ま|終わ)[らりかきまみわ]?(?:ない|ません|ず|なく|なか)/,
      because: 'the thing itself does not: 開きません, 届かなかった',
    },
    {
      pattern:
        /障害|不具合|トラブル|事象|異常|支障|停止|中断|休止|見合わせ|止ま|止め|落ち(?:て|る|ま)|故障|エラー|タイムアウト/,
      because: 'names for what went wrong',
    },
    {
      pattern: /遅れ|遅延|遅く|時間がかか|重く|混雑|混み合|集中|お待ち|お待たせ/,
      because: 'it works, but slowly',
    },
    {
      pattern:
        /誤(?:っ|り|配|送|表|請|操|作動|って)|間違|手違い|二重|重複|漏え?い|漏れ|流出|消え|失われ|欠品|品切れ|ずれ|文字化け/,
      because: 'wrong, double, lost or leaked',
    },
  ],
  en: [
    {
      pattern:
        /\b(?:(?:can|could|did|does|is|are|was|were|has|have|would)(?:n[’']t| not)|can[’']t|cannot|won[’']t (?!need|have)|no longer|nobody|no[- ]one|no \w+ (?:is|are|was|were|can|could|has|have|will))\b/i,
      because: 'what the reader cannot do, or the thing does not',
    },
    {
      pattern:
        /\b(?:un(?:able|available|reachable|usable|responsive)|down|offline|out of (?:order|action)|outage|interrupt\w*|disrupt\w*|suspended|paused|switched off|closed)\b/i,
      because: 'it is gone',
    },
    {
      pattern:
        /\b(?:fail(?:s|ed|ing|ures?)?|br(?:oken?|eaks?)|stop(?:s|ped)?|stuck|crash\w*|fr[eo]ez\w*|frozen|dropp(?:ed|ing)|struggl\w*|hang(?:s|ing)|tim(?:ed?|ing)[- ]?outs?|errors?|return(?:s|ed|ing)? [45]\d\d)\b/i,
      because: 'it breaks',
    },
    {
      pattern:
        /\b(?:slow(?:er|ly)?|late|delay(?:ed|s)?|backlog|queues?|wait(?:ing)?|overload\w*|busy|longer than usual)\b/i,
      because: 'it works, but slowly',
    },
    {
      pattern:
        /\b(?:wrong(?:ly)?|mistakes?|incorrect(?:ly)?|missing|incomplete|inaccurate|garbled|declined|rejected|refused|cancell?ed|los(?:t|ing)|blank|empty|twice|double[d-]?|duplicated?|overcharg\w*|leak\w*|exposed|problems?|issues?|trouble)\b/i,
      because: 'wrong, double, lost or leaked',
    },
  ],
};

/**
 * Any refusal. In the first sentence it says what does not work, more often than a list could tell; behind that it may
 * as well say that nobody has to do anything.
 */
export const refusal: SignList = {
  ja: [
    {
      pattern:
        /(?<!申し訳(?:ござい|あり)|申しわけ(?:ござい|あり)|す[みい]|言葉も(?:ござい|あり))ません|(?<!申し訳|申しわけ|少)な(?:い(?!よう)|くな|かった)/,
      because: 'not, but not the one in 申し訳ございません',
    },
  ],
  en: [{ pattern: /\b(?:not|never|none|nothing)\b|n[’']t\b/i, because: 'not' }],
};

/** Whom it hits. */
export const whomItHits: SignList = {
  ja: [
    { pattern: /全体|すべての|全ての|全員|全国|全店|全域|どなたも/, because: 'all of them' },
    { pattern: /一部の|多くの(?:方|お客|皆)|ほとんどの|限られた/, because: 'some of them' },
    {
      pattern: /をお使いの|をご利用(?:中|の)|ご契約(?:の|中)|ご予約の|会員の|エリア|地域|都道府県|店舗で/,
      because: 'a group of them',
    },
  ],
  en: [
    {
      pattern:
        /\beveryone|everybody|\ball (?:our |of (?:you|our) )?(?:customers|users|members|guests|visitors|teams|accounts|orders)\b/i,
      because: 'all of them',
    },
    {
      pattern:
        /\b(?:some|many|most|a few|part|several|half)\b(?= (?:of|customers?|users?|members?|people|teams?|visitors?|guests?|accounts?|orders?|parcels?))|\b\d[\d,.]* ?(?:%|per cent|percent|of you|customers|people|users)/i,
      because: 'some of them',
    },
    {
      pattern:
        /(?<!\b(?:our|to|dear|all) )\b(?:customers|users|members|visitors|guests|subscribers|shoppers|accounts) (?:in|with|using|on|who|whose|are|have|may|might|see|can)\b/i,
      because: 'a group of them',
    },
  ],
};

/** What is left over once it is over, or what the reader has to do. */
export const whatIsLeft: SignList = {
  ja: [
    {
      pattern: /残って(?:い|お)|残る影響|残りま|影響(?:は|が|も)?[^。\n]{0,12}(?:ありません|ございません|なく|ない|残)/,
      because: 'said outright',
    },
    {
      pattern: /失われ|消え(?:て|る|ま)|そのまま|有効|完了して|無事|保存されて|問題なく|いつもどおり|通常どおり/,
      because: 'what is safe',
    },
    {
      pattern:
        /手続き|再度|改めて|もう一度|やり直|(?:必要|不要)(?:は|です|で|と)|お手数|お願い(?:いた)?し|ご確認ください|破棄|削除|お問い合わせ/,
      because: 'what to do, or not to do',
    },
    {
      pattern:
        /返金|払い?戻|お返し|返送|振替|振り替え|延長|補償|引き続き|届(?:いて|きま)|お届け|再送|お送り|対象の(?:方|お客)/,
      because: 'what still comes',
    },
  ],
  en: [
    {
      pattern: /\b(?:left(?: over)?|remain(?:s|ing)?|linger(?:s|ing)?|still|nothing (?:more|else|further|to do))\b/i,
      because: 'said outright',
    },
    {
      pattern:
        /\b(?:lost|kept|safe|saved|unaffected|untouched|intact|unchanged|normal(?:ly)?|as usual|valid|reached us)\b/i,
      because: 'what is safe',
    },
    {
      pattern:
        /\b(?:need(?:s|n[’']t)?|have to|no (?:further|other|more|action)|again|delete|ignore|please|reply|contact|check)\b/i,
      because: 'what to do, or not to do',
    },
    {
      pattern:
        /\b(?:refund(?:ed|s)?|repaid|replace(?:d|ment)?|extend(?:ed)?|extra|will (?:arrive|be sent|get|receive)|on (?:its|their) way|resend|resent|credit(?:ed)?)\b/i,
      because: 'what still comes',
    },
  ],
};

/** A time or a date written out. */
export const writtenTime: SignList = {
  ja: [
    { pattern: /[\d０-９]{1,2}\s?(?:時(?!間)|[:：][\d０-９]{2})|正午/, because: 'a time of day' },
    { pattern: /[\d０-９]{1,2}(?:月[\d０-９]{1,2}日|\/\d{1,2}\b)/, because: 'a date' },
  ],
  en: [
    {
      pattern: /\b\d{1,2}(?::\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w)|\b\d{1,2}:\d{2}\b|\bnoon\b|\bmidnight\b/i,
      because: 'a time of day',
    },
    {
      pattern:
        /\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b/i,
      because: 'a date',
    },
  ],
};
