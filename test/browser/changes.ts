/** A plan as somebody would change it before a launch: a step more, one less, one slower, other words, a channel less. */
export function change(text: string, locale: 'en' | 'ja'): string {
  return (locale === 'ja' ? japanese : english).reduce((changed, [from, to]) => {
    const after = changed.replace(from, to);
    if (after === changed) throw new Error(`nothing is ${from}`);
    return after;
  }, text);
}

type Edit = readonly [from: string | RegExp, to: string];

const japanese: readonly Edit[] = [
  ['        takes: 6m\n        then: 重さを決める', '        takes: 12m\n        then: 重さを決める'],
  [/ {6}社内に伝える:\n(?: {8}.*\n)+/, ''],
  ['then: 社内に伝える', 'then: 電話を受ける'],
  [
    '      切り替えるか:\n',
    '      電話を受ける:\n        kind: do\n        title: 電話の担当を増やす\n        phase: respond\n        by: support\n        task: 電話の担当を2人にする\n        takes: 10m\n        then: 切り替えるか\n      切り替えるか:\n',
  ],
  ['        title: どのくらい重いか\n', '        title: どの重大度にあたるか\n'],
  [
    '楽しみにお越しくださったのに、申し訳ございません。確認',
    'せっかくお越しくださったのに、ご注文いただけず申し訳ございません。確認',
  ],
];

const english: readonly Edit[] = [
  ['        takes: 5m\n        then: weigh', '        takes: 15m\n        then: weigh'],
  [/ {6}stop_moving:\n(?: {8}.*\n)+/, ''],
  ['no: stop_moving', 'no: ask_everyone'],
  [
    '      page_ok:\n',
    '      ask_everyone:\n        kind: escalate\n        title: Ask the whole team to stop\n        phase: respond\n        by: engineer\n        to: [voice]\n        via: room\n        ack_within: 5m\n        then: page_ok\n        no_ack: page_ok\n      page_ok:\n',
  ],
  ['title: How bad is it for the people who write?', 'title: How bad is it for those who write?'],
];
