import { describe, expect, it } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';

const plan = (variants: string, more = '', locale = 'en', stage = 'investigating') => `playbook: 1
title: A
status: in-review
locale: ${locale}
channels:
  status: { type: status-page, url: "https://status.acme.example/" }
  x: { type: x }
  line: { type: line }
  mail: { type: email }
  chat: { type: slack }
${more}messages:
  notice:
    title: A
    stage: ${stage}
    variants:
${variants}`;

describe('apology-missing', () => {
  it('offers an apology, in the words of the stage and of the scalar', () => {
    expectFindings(
      'apology-missing',
      plan('      <|line|>: |\n        Nobody can log in.\n\n        Next update: {{next_update_at}}.\n'),
      [/^I can’t find an apology/],
      plan(
        '      line: |\n        Nobody can log in.\n\n        Next update: {{next_update_at}}. We are sorry for the trouble.\n',
      ),
    );
    const [finding] = expectFindings(
      'apology-missing',
      plan('      <|line|>: "復旧しました。"\n', '', 'ja', 'resolved'),
      [/お詫びの言葉が見当たりません/],
      plan('      line: "復旧しました。ご迷惑をおかけし、申し訳ございませんでした。"\n', '', 'ja', 'resolved'),
      { locale: 'ja' },
    );
    expect(finding?.fixes?.[0]?.safe).toBe(false);
  });

  it('asks nothing of messages to the team, nor in a language whose words are not known', () => {
    expectFindings('apology-missing', plan('      chat: Nobody can log in.\n'), []);
    expectFindings('apology-missing', plan('      line: Niemand kann sich anmelden.\n', '', 'de'), []);
  });

  it('is only a warning in a draft', () => {
    const draft = plan('      line: Nobody can log in.\n').replace('in-review', 'draft');
    expect(lintText(draft).find(({ rule }) => rule === 'apology-missing')?.severity).toBe('warning');
  });
});

describe('next-update-missing', () => {
  it('offers a sentence with the time', () => {
    expectFindings(
      'next-update-missing',
      plan("      <|line|>: 'It''s down. Sorry.'\n"),
      [/I can’t find when the next word comes/],
      plan("      line: 'It''s down. Sorry. Next update: {{next_update_at}}.'\n"),
    );
  });

  it('offers nothing that a plain scalar in braces could not hold', () => {
    const [finding] = expectFindings('next-update-missing', plan('      <|line|>: { body: It is down. Sorry. }\n'), [
      /./,
    ]);
    expect(finding?.fixes).toBeUndefined();
  });
});

describe('status-link-missing', () => {
  it('adds the link, and takes one without its scheme for one', () => {
    expectFindings(
      'status-link-missing',
      plan('      <|x|>: |\n        Nobody can log in. Sorry.\n'),
      [/does not lead to the status page/],
      plan('      x: |\n        Nobody can log in. Sorry. https://status.acme.example/\n'),
    );
    expectFindings('status-link-missing', plan('      x: "Sorry. More: status.acme.example"\n'), []);
  });
});

describe('apology-weak', () => {
  const history = 'history: { similar_incidents: [{ on: 2026-01-05, title: The same }] }\n';
  const twice = (more: string) =>
    `${plan('      line:\n        body: |\n          Nobody can log in. Sorry.\n', more)}  again:
    stage: identified
    variants:
      line:
        <|body|>: |
          Nobody can log in.
          Sorry.
`;

  it('tells of the same words again where it has happened before', () => {
    const [finding] = expectFindings('apology-weak', twice(history), [
      'Something like this has happened before, and "again" says the same as "notice", word for word. Say what is different this time.',
    ]);
    expect(finding?.related).toHaveLength(1);
    expectFindings('apology-weak', twice('').replace(/<\||\|>/g, ''), []);
  });
});

describe('humour-mismatch', () => {
  const brand = (humour: string) => `brand: { archetype: jester, humour: ${humour} }\n`;
  const flow = (uptime: string) => `severities:
  only: { title: Only, uptime: ${uptime}, default: true, channels: [line] }
flows:
  main:
    steps:
      judge: { kind: classify, cases: { only: say } }
      say: { kind: announce, message: notice, then: done }
      done: { kind: end }
`;

  it.each([
    ['allowed', 'severe', 0],
    ['low-severity-only', 'minimal', 0],
    ['low-severity-only', 'severe', 1],
    ['never', 'minimal', 1],
  ])('with %s, in a class that is %s: %i', (humour, uptime, count) => {
    const text = plan('      line: Sorry 😅\n', brand(humour) + flow(uptime));
    expect(lintText(text).filter(({ rule }) => rule === 'humour-mismatch')).toHaveLength(count);
  });

  it('asks why a picture is on the sorry page', () => {
    expectFindings(
      'humour-mismatch',
      plan('      line: Sorry.\n', 'sorry_page:\n  <|visual|>: { asset: cat.png, alt: A cat }\n'),
      [/"rationale"/],
    );
  });
});

describe('jargon', () => {
  const brand = 'brand: { glossary: { WMS: stock system, DB: DB (our list) } }\n';

  it('puts the plain words of the glossary in place, with a capital where a sentence begins', () => {
    expectFindings(
      'jargon',
      plan('      line: "<|WMS|> is down. Our <|wms|> broke. Sorry."\n', brand),
      [/glossary/, /glossary/],
      plan('      line: "Stock system is down. Our stock system broke. Sorry."\n', brand),
    );
  });

  it('is content where the plain words hold the term', () => {
    expectFindings('jargon', plan('      line: "Our DB (our list) is down. Sorry."\n', brand), []);
  });
});

describe('vendor-named', () => {
  const systems = 'systems: { cloud: { vendor: Box } }\npolicy: { third_party_phrase: a provider }\n';

  it('knows a name that is also an everyday word by its capital', () => {
    expectFindings('vendor-named', plan('      line: "An empty box came from <|Box|>. Sorry."\n', systems), [/"Box"/]);
  });
});

describe('keigo-style', () => {
  it.each([
    ['ご覧になられた', 'ご覧になった'],
    ['ご利用になられます', 'ご利用になります'],
    ['おっしゃられました', 'おっしゃいました'],
    ['召し上がられて', '召し上がって'],
    ['いらっしゃられる', 'いらっしゃる'],
    ['なさられません', 'なさいません'],
    ['拝見させていただき', '拝見し'],
    ['拝読させていただい', '拝読し'],
    ['各位様', '各位'],
    ['御中様', '御中'],
  ])('%s becomes %s', (wrong, right) => {
    const line = (words: string) => plan(`      line: "お詫びします。「${words}」のことです。"\n`, '', 'ja', 'apology');
    const findings = expectFindings('keigo-style', line(`<|${wrong}|>`), [/./], line(right));
    expect(findings[0]?.fixes?.[0]?.safe).toBe(true);
  });

  it('mends the name of the report wherever it stands', () => {
    expectFindings(
      'keigo-style',
      plan('      line: Sorry.\n', '# <|経費報告書|>\nx-note: <|経費報告書|>\n'),
      [/./, /./],
      plan('      line: Sorry.\n', '# 経緯報告書\nx-note: 経緯報告書\n'),
    );
  });
});
