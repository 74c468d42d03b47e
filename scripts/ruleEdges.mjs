// Where rules stop, as the code has it: what a reader may expect a finding for, and gets none, or a softer one.
const wording = [
  'apology-missing',
  'apology-weak',
  'eta-unconfirmed',
  'hard-to-read',
  'humour-mismatch',
  'inaccessible-text',
  'jargon',
  'keigo-style',
  'next-update-missing',
  'resolved-facts-missing',
  'scope-not-first',
  'status-link-missing',
  'vendor-named',
];
const edges = [
  {
    rules: wording,
    en: 'Messages in other languages than Japanese and English are not judged: nobody should be corrected by words that are not known.',
    ja: '日本語と英語のほかの言葉で書かれた文面は見ません。知らない言葉で直させることはしません。',
  },
  {
    rules: wording.filter((id) => id !== 'vendor-named'),
    en: 'What a text takes over by `same_as` is judged where it is written, once.',
    ja: '`same_as` で借りた文面は、書いてあるところで一度だけ見ます。',
  },
  {
    rules: wording.filter((id) => !['hard-to-read', 'jargon'].includes(id)),
    en: 'Nothing is judged where all readers are inside the company: by the `audience` of the message, else by the channel.',
    ja: '社内の人だけが読む文面は見ません。文面の `audience`、なければチャネルで決まります。',
  },
  {
    rules: ['announce-on-dead-channel'],
    en: 'A channel that is `optional` counts only where the step names no other that lives: nobody relies on it.',
    ja: '`optional` のチャネルは、ほかに使えるチャネルがないときだけ数えます。頼りにしないと決めたものだからです。',
  },
  {
    rules: ['too-few-live-channels'],
    en: 'Only channels that reach people outside and are not `optional` are counted.',
    ja: '社外に届き、`optional` でないチャネルだけを数えます。',
  },
  {
    rules: ['severity-without-number'],
    en: 'The class that takes what no other took, classes that are not announced, and classes without any criterion are left alone; the last are told by another rule.',
    ja: '残りすべてを受ける区分、お知らせしない区分、条件のない区分は見ません。条件のない区分は別のルールが指摘します。',
  },
  {
    rules: ['no-deputy'],
    en: 'With fewer than two people in the plan there is nobody to name: then it is information.',
    ja: '計画に人が1人しかいなければ、代わりに挙げる人がいません。そのときは情報にとどめます。',
  },
  {
    rules: ['scope-not-first'],
    en: 'A push notification shows its title and its body as one, so the title may say whom it hits.',
    ja: 'プッシュ通知では見出しと本文が続けて表示されるので、誰に影響するかは見出しに書いてあってもかまいません。',
  },
  {
    rules: ['next-update-missing'],
    en: 'Only `{{next_update_at}}` counts. A time written by hand does not move with the class, and is wrong on the day.',
    ja: '数えるのは `{{next_update_at}}` だけです。手で書いた時刻は重さの区分に合わせて動かず、当日には間違いになります。',
  },
  {
    rules: ['lossy-scalar'],
    en: 'Only texts without quotes are looked at. What stands in quotes or below a `|` is read as it is written.',
    ja: '引用符のない文字だけを見ます。引用符の中と `|` の下は、書いたとおりに読まれます。',
  },
  {
    rules: ['unused-definition'],
    en: 'Without any flow nothing could be used yet, and nothing is told. A definition that a misspelt reference most likely means is not told either.',
    ja: 'フローがまだなければ、何も使われようがないので指摘しません。書き間違えた名前が指していそうなものも指摘しません。',
  },
  {
    rules: ['no-notice', 'five-steps-missing', 'vendor-wait-silent'],
    en: 'Where a step can’t be read, or sends a message that is not there, that is told first; this rule waits.',
    ja: '読めないステップや、まだない文面を送るステップがあれば、先にそちらを指摘し、このルールは待ちます。',
  },
  {
    rules: ['drill-missing'],
    en: 'Where it is not clear which class a scenario comes to, since a case is missing, nothing is told.',
    ja: '進み先が足りず、どの重さになるかわからないシナリオは指摘しません。',
  },
];

/** Sentences in both languages; none where a rule has no edge worth a word. */
export function edgesOf(id) {
  return edges.filter(({ rules }) => rules.includes(id));
}

export const namedInEdges = edges.flatMap(({ rules }) => rules);
