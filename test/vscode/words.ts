/** The language of the window that the tests run in; set when the tests are bundled. */
declare const LANGUAGE: 'en' | 'ja';
declare const HOST: 'node' | 'web';

const english = {
  title: 'Spring sale',
  file: 'spring-sale.incident.yaml',
  person: 'Amina',
  placeholder: 'Write here where everyone finds this plan',
  newChannel: 'new_channel',
  snippet: 'Something that can go wrong',
  draft: 'draft',
  sections: ['Scenarios', 'Flow', 'Messages', 'Channels', 'Severities'],
  oneProblem: '1 problem',
  locked: '[Locked]',
  firstStep: 'Create a playbook',
  approvalOf: 'of',
  newStep: 'hold_on',
  atWorst: 'First notice after',
};

const japanese: typeof english = {
  title: '春のセール',
  file: 'service.incident.yaml',
  person: '佐藤みなみ',
  placeholder: 'ここに、この計画の置き場所を書きます',
  newChannel: '新しい場所',
  snippet: '起こりうる事態',
  draft: '下書き',
  sections: ['シナリオ', 'フロー', '文面', 'チャネル', '重大度'],
  oneProblem: '問題1件',
  locked: '［固定］',
  firstStep: 'プレイブックを作る',
  approvalOf: '対象',
  newStep: 'しばらく待つ',
  atWorst: '第一報まで最悪',
};

/** What the window says and what is typed into it. */
export const words = {
  ...(LANGUAGE === 'ja' ? japanese : english),
  picture: (name: string) => `${HOST}-${LANGUAGE}-${name}.png`,
};
