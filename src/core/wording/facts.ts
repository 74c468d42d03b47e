import type { WordingLocale } from './judged';

type Words = Readonly<Record<WordingLocale, RegExp>>;

/** What fails, said as what the reader can't do. Rules that look here say "I can't find", since the list is never whole. */
export const whatFails: Words = {
  ja: /でき(?:ない|ません|なく|ず|ませんでした|にくい|づらい)|(?:つなが|繋が|届か|届き|開か|開け|見られ|見え|使え|動か|進め|入れ|表示され|反映され|受け取れ|お?買い?求めいただけ|ご?(?:利用|購入|注文|予約|覧|参加|確認|ログイン)(?:いただけ|頂け)|いただけ|頂け)(?:ない|ません|なく|ず|にくい|づらい|なくなって)|(?:つなが|繋が|届き|開き|見|使い|進み|表示され)(?:り)?(?:にくい|づらい)|障害|不具合|トラブル|停止|中断|遅れ|遅延|混雑|混み合|誤(?:って|り|配信|送信|表記|表示)|間違|漏え?い|流出|止まって|落ちて|エラー|重く/,
  en: /\b(?:(?:not|n[’']t|never|no longer|cannot|un(?:able|available|reachable)|down|slow(?:er|ly)?|late|delay(?:ed|s)?|fail(?:s|ed|ing|ure)?|wrong(?:ly)?|mistake|error|problem|issue|trouble|outage|broken|broke|stopped|stuck|missing|interrupt(?:ed|ion)|disrupt(?:ed|ion)|incorrect|busy|crashed|leak(?:ed)?|exposed)|(?:stop|stops) working)\b|n[’']t\b/i,
};

/** Whom it hits. */
export const whomItHits: Words = {
  ja: /全体|すべて|全て|全員|皆さま|皆様|みなさま|一部|お客[さ様]ま?|会員|ご利用の方|ご契約|をお使いの|店舗|エリア|地域|都道府県|全国|全店|ユーザー|参加者|ご予約/,
  en: /\b(?:every(?:one|body|thing)|all|some|many|most|few|part of|customers?|users?|members?|visitors?|people|you|anyone|guests?|subscribers?|accounts?|shoppers?|readers?|those)\b/i,
};

/** What is left over once it is over, or what the reader has to do. */
export const whatIsLeft: Words = {
  ja: /残って(?:い|お)|影響(?:は|が|も)?[^。\n]{0,12}(?:ありません|ございません|なく|ない|残)|(?:お)?手続き|(?:再度|改めて|もう一度)|(?:必要|不要)(?:は|です|で|と)|失われ|消え(?:て|る|ま)|そのまま|有効|完了して|届(?:いて|きま)|引き続き|お手数|対象の(?:方|お客)|返金|振替|延長|お願い(?:いた)?し|ご確認ください|破棄|削除/,
  en: /\b(?:left(?: over)?|remain(?:s|ing)?|still|lost|kept|safe|saved|unaffected|need(?:s|n[’']t)?|have to|nothing (?:more|else|further)|no (?:further|other|more)|no action|again|refund(?:ed|s)?|replace(?:d|ment)?|extend(?:ed)?|delete|ignore|normal(?:ly)?|as usual|linger(?:s|ing)?|will (?:arrive|be sent)|resend|resent|please)\b/i,
};

/** A time or a date written out. */
export const writtenTime: Words = {
  ja: /\d{1,2}\s?(?:時|:\d{2})|午[前後]|正午|\d{1,2}月\d{1,2}日/,
  en: /\b\d{1,2}(?::\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)\b|\b\d{1,2}:\d{2}\b|\bnoon\b|\bmidnight\b/i,
};

/** A time at which it will work again, promised in writing. Placeholders are blanked out before. */
export const promisedTime: Words = {
  ja: /(?:(?:本日|明日|今日|翌日|今夜|今晩|明朝|午前|午後|正午)?\s?(?:\d{1,2}\s?(?:時(?:半|\d{1,2}分)?|:\d{2})(?:頃|ごろ)?|(?:あと|約)?\s?\d{1,3}\s?(?:分|時間)(?:以内|程度|ほど|後)?|数(?:分|時間)(?:以内|後|ほど|程度)?)|(?:本日|今日|明日|今夜|今晩|明朝|週内|今週)(?:中|じゅう)?)[^。\n]{0,14}(?:復旧|再開|解消|復帰|元どおり|元通り|ご利用(?:いただける|になれる)|つながるように|直)(?:し|す|いた|の|で|見|予|と|り|る|る見|を|に)?[^。\n]{0,12}|(?:復旧|再開|解消)(?:の)?(?:見込み?|予定|目途|目処|めど)(?:時刻)?(?:は|：|:)[^。\n]{0,6}(?:\d|本日|明日|今夜|数時間|午)[^。\n]{0,12}/,
  en: /\b(?:(?:back|restored?|fix(?:ed)?|resolved?|working|up and running|available|running|live|online|repaired)\b[^.!?\n]{0,24}\b(?:by|before|within|in|at|around)\s+(?:about\s+|around\s+)?(?:the end of|\d|noon|midnight|tomorrow|tonight|today|(?:a|an|one|two|three|a few|half an?)\s+(?:minutes?|hours?|days?))[^.!?\n]{0,16}|(?:expect|should|will)\b[^.!?\n]{0,40}\b(?:back|fixed|restored|resolved|working)\b[^.!?\n]{0,12}\b(?:tomorrow|tonight|today|this (?:morning|afternoon|evening)))/i,
};
