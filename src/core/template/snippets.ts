import type { UiLocale } from '../text/translate';
import { type BlockName, blockLines, blockNames, escapeSnippet, templateIds } from './blocks';
import { newPlaybook } from './newPlaybook';

/** As VS Code reads it from `snippets/`. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** What is typed to get each: English, Japanese, and its reading. */
const prefixes: Readonly<Record<BlockName | 'playbook', readonly string[]>> = {
  playbook: ['playbook', 'プレイブック', 'ぷれいぶっく'],
  scenario: ['scenario', 'シナリオ', 'しなりお'],
  do: ['step', '手順', 'てじゅん', 'すてっぷ'],
  gather: ['gather', '調べる', 'しらべる'],
  ask: ['ask', '分かれ道', 'わかれみち'],
  escalate: ['escalate', '連絡', 'れんらく'],
  announce: ['announce', '告知', 'こくち'],
  wait: ['wait', '待つ', 'まつ'],
  end: ['end', '終わり', 'おわり'],
  message: ['message', '文面', 'ぶんめん'],
  channel: ['channel', 'チャネル', 'ちゃねる'],
  severity: ['severity', '重大度', 'じゅうだいど'],
  question: ['question', '質問', 'しつもん'],
  role: ['role', '役', 'やく'],
  person: ['person', '人', 'ひと'],
};

const descriptions: Readonly<Record<BlockName | 'playbook', readonly [english: string, japanese: string]>> = {
  playbook: ['A whole playbook to begin with', 'はじめのプレイブック一式'],
  scenario: ['Something that can go wrong', '起こりうる事態'],
  do: ['A step: something is done', '手順：何かをする'],
  gather: ['A step: find something out', '手順：調べる'],
  ask: ['A step: a question with several ways on', '手順：答えで道が分かれる質問'],
  escalate: ['A step: call somebody who must answer', '手順：人を呼び、返事を待つ'],
  announce: ['A step: send a message', '手順：お知らせを出す'],
  wait: ['A step: wait', '手順：待つ'],
  end: ['A step: the end', '手順：終わり'],
  message: ['A message to customers', 'お客さまへの文面'],
  channel: ['A place where you can speak', '伝える場所'],
  severity: ['How bad it is, and what that means', '重さと、そのときの約束'],
  question: ['A question to answer first', '最初に調べる質問'],
  role: ['Who does what', '役割'],
  person: ['A person', '人'],
};

/** All snippets of one language, by name. Every prefix works in both. */
export function snippetsIn(locale: UiLocale): Readonly<Record<string, Snippet>> {
  const language = locale === 'ja' ? 1 : 0;
  const entry = (name: BlockName | 'playbook', body: readonly string[]): [string, Snippet] => [
    descriptions[name][language],
    { prefix: prefixes[name], description: descriptions[name][language], body },
  ];
  const timezone = locale === 'ja' ? 'Asia/Tokyo' : 'Europe/London';
  const { text } = newPlaybook({
    purpose: 'standing',
    locale,
    timezone,
    title: '',
    decides: '',
    posts: '',
    fixes: '',
    channels: [],
  });
  const ids = templateIds(locale);
  return Object.fromEntries([
    entry('playbook', escapeSnippet(text).trimEnd().split('\n')),
    ...blockNames.map((name) => entry(name, blockLines(name, locale, ids))),
  ]);
}
