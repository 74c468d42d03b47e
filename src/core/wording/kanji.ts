import { once } from '../text/once';

const words = once(() => new Intl.Segmenter('ja', { granularity: 'word' }));

/** Words of time, which stand in front of a noun without making a chain of it. */
const timeWord =
  /^(?:今日|本日|明日|昨日|今回|今後|現在|今週|来週|先週|今月|来月|先月|今年|昨年|来年|毎日|毎週|同日|翌日|当日|午前|午後|全国|各地)$/;
/** How the name of a place or a body ends: a name is written as it is. */
const nameEnd =
  /[館会省庁局社店駅線園院校港城寺]$|大学|高校|銀行|組合|協会|機構|財団|法人|学校|会社|警察|法律|(?<![方手用文技作司寸立])法$|[都道府県市区町村]$/;

/** Three or more kanji compounds in a row with nothing between them: how they hang together has to be guessed. */
export function kanjiChain(sentence: string): string | undefined {
  for (const [run] of sentence.matchAll(/\p{Script=Han}{6,}/gu)) {
    if (nameEnd.test(run)) continue;
    let chain = '';
    let count = 0;
    for (const { segment } of words().segment(run)) {
      if ([...segment].length < 2 || timeWord.test(segment)) {
        // One character alone joins what stands around it: 再発防止 + 策.
        if (count > 0 && !timeWord.test(segment)) {
          chain += segment;
          continue;
        }
        if (count >= 3) return chain;
        chain = '';
        count = 0;
        continue;
      }
      chain += segment;
      count++;
    }
    if (count >= 3) return chain;
  }
  return undefined;
}
