import { describe, expect, it } from 'vitest';
import { lintText } from '../../support/lint';

/** What makes a careless pattern or a careless walk slow: 100,000 characters of it. */
const units = [
  'もしご迷惑',
  '誤解を招',
  '。w',
  'した。',
  '「。」と',
  '！ ',
  '（^_',
  '. ',
  '."',
  'Mr. ',
  'word\n',
  '、\n',
  'sorry for ',
  'if you ',
  'back by 6 pm ',
  'will be back ',
  '本日18時に',
  '復旧は',
  '緊急対策',
  '- a ❌\n',
  'カード：×\n',
  'AB ',
  'ones in red ',
  '👨‍👩‍👧',
  '{{a}}',
  'https://a.b/',
  'おっしゃられ',
  'enjoy our a-a ',
  'not ',
  ' ',
];

describe('a text of 100,000 characters is judged in no time', () => {
  it.each(['ja', 'en'])('in %s', (locale) => {
    for (const unit of units) {
      const text = `We are sorry. お詫び。${unit.repeat(100_000 / unit.length)}x!`;
      const started = performance.now();
      lintText(
        `playbook: 1\ntitle: a\nlocale: ${locale}\npolicy: { eta: never }\nhistory: { similar_incidents: [{ title: a }] }\nchannels:\n  line: { type: line }\nmessages:\n  a:\n    stage: investigating\n    variants:\n      line: ${JSON.stringify(text)}\n`,
      );
      expect(performance.now() - started, unit).toBeLessThan(2000);
    }
  });
});
