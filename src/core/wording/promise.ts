import type { WordingLocale } from './judged';

/** Stands for each character of a placeholder that will be a time. */
export const timeToCome = '\uE000';

const time = {
  ja: String.raw`(?:(?:本日|今日|明日|翌日|今夜|今晩|明朝|午前|午後|夕方)(?:の)?\s?)*(?:[\d０-９]{1,2}\s?(?:時(?!間)(?:半|[\d０-９]{1,2}分)?|[:：][\d０-９]{2})|正午|\uE000+)(?:頃|ごろ|前後|過ぎ|すぎ|以降)?|(?:あと|約|およそ)?\s?(?:[\d０-９]{1,3}|数|半)\s?(?:分|時間|日|営業日)(?:間)?(?:以内|程度|ほど|後|前後)?|(?:本日|今日|明日|今夜|今晩|明朝|今週|週内|年内|夕方)(?:中|じゅう|頃|ごろ)?`,
  en: String.raw`(?:about |around |approximately |roughly )?(?:the (?:end|close) of (?:the |to)?\w+|noon|midnight|tomorrow(?: \w+)?|tonight|today|this (?:morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: \w+)?|\d{1,2}(?::\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w)|\d{1,2}:\d{2}|(?:the next |the |\d{1,3}|an?|one|two|three|half an|a few|a couple of)\s?(?:more )?(?:minutes?|mins?|hours?|hrs?|days?)|\uE000+)`,
} as const;

const back = {
  ja: '(?:復旧|再開|解消|復帰|元どおり|元通り|(?<![きしりみいえけべ])直[りるせ]|(?:お?使え|つながる|ご利用(?:いただける|になれる)|お使い(?:いただける|になれる))る?よう(?:に)?)',
  en: '(?:back|restored|fixed|resolved|repaired|recovered|up and running|working|available|running|live|online)(?: (?:again|up|online|to normal|in service|fully|for everyone|for all(?: of you)?|as usual))*',
} as const;

/** Behind the word: it is over, or the sentence promises news of it only. */
const notAhead =
  '(?!(?:を|が|も|は)?(?:完了)?(?:いた)?(?:し(?:ました|ており|ています|た(?!い)|ません|て)|りました|った|済み|できません|しない|せん|は未定|が難し|まで(?:の|に))|の(?:状況|進|見込みを|見込みに|めどを|目処を|目途を|時刻を|ご?報告|お知らせ|ご?案内|可否)|状況|作業|次第|しだい|について|に関|に向|のため|でき(?:るか|ない)|後|前)';

const tail =
  '(?:(?:いた)?します|ます|(?:する|される|できる|させる|なる|になる|の)?(?:見込み|見込|予定|見通し)(?:です|でございます)?|に?なります|となります|です)?';

const promises: Readonly<Record<WordingLocale, RegExp>> = {
  ja: new RegExp(
    `(?:${time.ja})[^、。\\n\\d０-９]{0,8}${back.ja}${notAhead}${tail}|(?:復旧|再開|解消)(?:の)?(?:(?:見込み?|予定|見通し|目[途処]|めど)(?:時刻|日時)?(?:は|：|:|が)|は)[^。\\n\\d０-９]{0,6}?(?:${time.ja})(?:の?(?:見込み|予定|見通し)|を(?:予定|見込)|になる|となる|です|まで)?`,
    'g',
  ),
  en: new RegExp(
    String.raw`\b${back.en} (?:by|before|within|in|at|around|on|for)? ?(?:${time.en})|\b(?:ETA|estimated (?:time (?:of|to) )?(?:recovery|fix|resolution|restoration)(?: time)?):? (?:is )?(?:${time.en})`,
    'gi',
  ),
};

/** What must stand in front in the sentence: somebody says what will be. A sentence may also begin with the word. */
const ahead =
  /\b(?:will|shall|should|expect\w*|hop(?:e|ing)|aim\w*|plan\w*|going to|likely|estimat\w*|promise|anticipate\w*)\b|[’']ll\b|^\W*$/i;
const undecided = /\b(?:not|never|cannot|whether|if|unless|when|until|don[’']t know)\b|n[’']t\b/i;

export interface Promise {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** A quick look, since most texts promise nothing. */
const mayPromise: Readonly<Record<WordingLocale, RegExp>> = {
  ja: /復旧|再開|解消|復帰|元どおり|元通り|直[りるせ]|よう/,
  en: /\b(?:back|restored|fixed|resolved|repaired|recovered|running|working|available|live|online|eta|estimated)\b/i,
};

/** Where a text says when it will work again. What is past, or not known, or planned for something else, is no promise. */
export function findPromises(text: string, locale: WordingLocale): readonly Promise[] {
  if (!mayPromise[locale].test(text)) return [];
  return [...text.matchAll(promises[locale])].flatMap((match) => {
    const words = match[0].trim();
    const from = match.index + match[0].indexOf(words);
    const found = { from, to: from + words.length, words };
    if (locale === 'ja') return [found];
    const before =
      text
        .slice(Math.max(0, from - 200), from)
        .split(/[.!?\n]/)
        .at(-1) ?? '';
    const isETA = /^e(?:ta|stimated)/i.test(words);
    return (isETA || ahead.test(before)) && !undecided.test(before) ? [found] : [];
  });
}
