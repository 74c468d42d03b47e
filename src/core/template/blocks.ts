import type { UiLocale } from '../text/translate';
import { words } from './words';

export const blockNames = [
  'scenario',
  'do',
  'gather',
  'ask',
  'escalate',
  'announce',
  'wait',
  'end',
  'message',
  'channel',
  'severity',
  'question',
  'role',
  'person',
] as const;
export type BlockName = (typeof blockNames)[number];

/** What a block may refer to. */
export type Referred = 'steps' | 'messages' | 'channels' | 'roles' | 'people' | 'checklist' | 'yesNo';
/** The ids that a playbook has. */
export type Ids = Readonly<Record<Referred, readonly string[]>>;

/** A new entry of a section, line by line without the indent of the section, in the syntax of snippets. */
export function blockLines(name: BlockName, locale: UiLocale, ids: Ids): readonly string[] {
  const say: Say = (en, ja) => (locale === 'ja' ? ja : en);
  let stop = 0;
  const next = () => ++stop;
  return blocks[name]({
    say,
    open: (text) => `\${${next()}:${escapeSnippet(text)}}`,
    choose: (values) => `\${${next()}|${values.map(escapeChoice).join(',')}|}`,
    refer: (section) => {
      const [only, ...more] = ids[section];
      if (only === undefined) return `\${${next()}:${section}}`;
      if (more.length === 0) return only;
      return `\${${next()}|${ids[section].map(escapeChoice).join(',')}|}`;
    },
  });
}

/** The ids of the playbook that the wizard writes, for blocks that know no other. */
export function templateIds(locale: UiLocale): Ids {
  const { steps, messages, decides, posts, fixes } = words[locale];
  return {
    steps: [steps.wait[0]],
    messages: [messages.first[0]],
    channels: ['news'],
    roles: [decides.id, posts.id, fixes.id],
    people: [decides.person[0], posts.person[0], fixes.person[0]],
    checklist: ['over'],
    yesNo: ['over'],
  };
}

/** Text that stays text inside a snippet. https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}

type Say = (english: string, japanese: string) => string;

interface Tools {
  readonly say: Say;
  /** A place to write, with words that stand for others. */
  readonly open: (text: string) => string;
  readonly choose: (values: readonly string[]) => string;
  readonly refer: (section: Referred) => string;
}

const blocks: Readonly<Record<BlockName, (tools: Tools) => readonly string[]>> = {
  scenario: ({ say, open, choose }) => [
    `${open(say('new_scenario', '新しい事態'))}:`,
    `  title: ${open(say('What goes wrong', '何が起きるか'))}`,
    `  kind: ${choose(['outage', 'overload', 'vendor-outage', 'defect', 'content-error', 'mis-sent', 'late-reply', 'other'])}`,
    `  fault: ${choose(['ours', 'vendor', 'nobody'])}`,
    `  crisis_type: ${choose(['accidental', 'preventable', 'victim'])}`,
  ],
  do: ({ say, open, refer }) => [
    `${open(say('new_step', '新しい手順'))}:`,
    '  kind: do',
    `  title: ${open(say('What is done', '何をするか'))}`,
    `  by: ${refer('roles')}`,
    `  task: ${open(say('What exactly, in one sentence', 'することを一文で書きます'))}`,
    `  takes: ${open('5m')}`,
    `  then: ${refer('steps')}`,
  ],
  gather: ({ say, open, refer }) => [
    `${open(say('find_more', 'さらに調べる'))}:`,
    '  kind: gather',
    `  title: ${open(say('Find out more', 'さらに調べる'))}`,
    `  by: ${refer('roles')}`,
    `  collect: [${refer('checklist')}]`,
    `  takes: ${open('10m')}`,
    `  then: ${refer('steps')}`,
  ],
  ask: ({ say, open, refer }) => [
    `${open(say('which_way', 'どちらか'))}:`,
    '  kind: ask',
    `  title: ${open(say('Which way?', 'どちらに進むか'))}`,
    `  by: ${refer('roles')}`,
    `  question: ${open(say('A question with two answers?', '答えが二つある質問を書きます'))}`,
    '  answers:',
    `    ${open(say('first answer', '一つ目の答え'))}: ${refer('steps')}`,
    `    ${open(say('second answer', '二つ目の答え'))}: ${refer('steps')}`,
  ],
  escalate: ({ say, open, refer }) => [
    `${open(say('call_someone', '人を呼ぶ'))}:`,
    '  kind: escalate',
    `  title: ${open(say('Call someone', '人を呼ぶ'))}`,
    `  to: [${refer('roles')}]`,
    `  ack_within: ${open('5m')}`,
    `  then: ${refer('steps')}`,
    `  no_ack: ${refer('steps')}`,
  ],
  announce: ({ say, open, refer }) => [
    `${open(say('tell_customers', 'お客さまに知らせる'))}:`,
    '  kind: announce',
    `  title: ${open(say('Tell customers', 'お客さまに知らせる'))}`,
    `  by: ${refer('roles')}`,
    `  message: ${refer('messages')}`,
    `  takes: ${open('5m')}`,
    `  then: ${refer('steps')}`,
  ],
  wait: ({ say, open, refer }) => [
    `${open(say('wait_a_little', '少し待つ'))}:`,
    '  kind: wait',
    `  title: ${open(say('Wait a little', '少し待つ'))}`,
    `  every: ${open('30m')}`,
    `  then: ${refer('steps')}`,
  ],
  end: ({ say, open, choose }) => [
    `${open(say('all_done', 'おしまい'))}:`,
    '  kind: end',
    `  outcome: ${choose(['resolved', 'not-announced', 'handed-over'])}`,
  ],
  message: ({ say, open, choose, refer }) => [
    `${open(say('new_message', '新しいお知らせ'))}:`,
    `  title: ${open(say('What it is for', '何のお知らせか'))}`,
    `  stage: ${choose(['investigating', 'identified', 'monitoring', 'resolved', 'postmortem', 'apology'])}`,
    '  variants:',
    `    ${refer('channels')}:`,
    `      title: ${open(say('The headline', '見出しを書きます'))}`,
    '      body: |',
    `        ${open(say('As of {{posted_at}}, write what customers can no longer do. We are sorry.', '{{posted_at}}現在、お客さまが何に困るかを書きます。申し訳ありません。'))}`,
    `        ${say('We will write again at {{next_update_at}}.', '次は{{next_update_at}}にお知らせします。')}`,
  ],
  channel: ({ say, open, choose, refer }) => [
    `${open(say('new_channel', '新しい場所'))}:`,
    `  type: ${choose(['blog', 'status-page', 'x', 'line', 'instagram', 'facebook', 'bluesky', 'email', 'onsite-banner', 'push-notification', 'slack', 'phone', 'other'])}`,
    `  title: ${open(say('What people call it', '呼び名を書きます'))}`,
    `  operators: [${refer('people')}]`,
  ],
  severity: ({ say, open, refer }) => [
    `${open(say('middling', '中くらい'))}:`,
    `  title: ${open(say('Middling', '中くらい'))}`,
    '  examples:',
    `    - ${open(say('What it looks like', 'たとえば、何が起きたときか'))}`,
    '  when_any:',
    `    - ${refer('yesNo')} = ${open('yes')}`,
    `  channels: [${refer('channels')}]`,
    `  first_notice_within: ${open('30m')}`,
    `  update_every: ${open('1h')}`,
    `  escalate_to: [${refer('roles')}]`,
  ],
  question: ({ say, open, choose, refer }) => [
    `${open(say('new_question', '新しい質問'))}:`,
    `  ask: ${open(say('What has to be known?', '何を知る必要がありますか'))}`,
    `  type: ${choose(['text', 'datetime', 'yes-no', 'percent', 'number', 'minutes', 'money', 'date', 'time'])}`,
    `  owner: ${refer('roles')}`,
  ],
  role: ({ say, open, refer }) => [
    `${open(say('new_role', '新しい役'))}:`,
    `  title: ${open(say('What they do', '何をする役か'))}`,
    `  person: ${refer('people')}`,
    `  deputy: ${refer('people')}`,
  ],
  person: ({ say, open }) => [`${open(say('new_person', '新しい人'))}:`, `  name: ${open(say('Name', '名前'))}`],
};
