/** Input that no honest author writes, and that must give findings or nothing: no stack trace, no hang. */
export interface Hostile {
  readonly name: string;
  /** UTF-16 text as an editor would hand it over. */
  readonly text: string;
  /** As it lies on the disk, where that is not the text in UTF-8. */
  readonly bytes?: Uint8Array;
}

/** A plan that is right, in which one text can be replaced by anything. */
export function playbookWith(title: string, body = 'Orders do not go through. We are sorry.'): string {
  return `playbook: 1
title: ${title}
severities:
  any:
    default: true
    channels: [news]
    first_notice_within: 30m
channels:
  news:
    type: blog
    url: https://tea.example/news
messages:
  notice:
    stage: apology
    variants:
      news:
        title: ${title}
        body: |
${body.replace(/^/gm, '          ')}
flows:
  main:
    steps:
      judge:
        kind: classify
        cases: { any: speak }
      speak:
        kind: announce
        message: notice
        then: done
      done:
        kind: end
`;
}

/** Every kind of hostile input. A generator: the large ones are made one at a time. */
export function* hostileInputs(): Generator<Hostile> {
  yield { name: 'empty', text: '' };
  yield { name: 'only white space', text: ' \n\t\n　\n  ' };
  yield { name: 'only comments', text: '# nothing\n# here\n'.repeat(200) };
  yield { name: 'a single word', text: 'hello' };
  yield { name: 'a number', text: '42' };
  yield { name: 'a list at the top', text: '- playbook: 1\n- title: x\n' };
  yield { name: 'two documents', text: `${playbookWith('one')}---\n${playbookWith('two')}` };
  yield { name: 'only document marks', text: '---\n...\n---\n...\n' };
  yield { name: 'byte order mark', text: `\uFEFF${playbookWith('A mark before it')}` };
  yield { name: 'a mark in the middle', text: playbookWith('one\uFEFFtwo') };
  yield { name: 'NUL bytes', text: playbookWith('zero\0byte').replace('kind: end', 'kind: \0end\0') };
  yield { name: 'only NUL bytes', text: '\0'.repeat(10_000) };
  yield { name: 'binary', ...binary(20_000) };
  yield { name: 'lone surrogates', text: playbookWith('half \uD83D emoji \uDE00', 'half \uDFFF') };
  yield { name: 'mixed line ends', text: mixedLineEnds(playbookWith('Lines')) };
  yield { name: 'line separators', text: playbookWith('a\u2028b\u2029c\u0085d') };
  yield { name: 'tabs for indentation', text: playbookWith('Tabs').replace(/^ +/gm, '\t') };
  yield { name: 'full-width indentation', text: playbookWith('全角').replace(/^ {2}/gm, '　') };

  yield { name: 'alias bomb of lists', text: aliasBomb((names) => `[${names}]`) };
  yield {
    name: 'alias bomb of maps',
    text: aliasBomb((names) => `{ ${names.replace(/\*\w+/g, 'k$&: $&').replace(/k\*/g, 'k')} }`),
  };
  yield { name: 'an alias to itself', text: 'playbook: 1\nflows: &a\n  main: *a\n' };
  yield { name: 'an alias to nothing', text: 'playbook: 1\ntitle: *nothing\n' };
  yield { name: 'merge keys in a circle', text: 'playbook: 1\nx-a: &a { <<: *b }\nx-b: &b { <<: *a }\n' };
  yield { name: 'deep lists', text: `playbook: 1\nx-deep: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n` };
  yield { name: 'deep lists that never close', text: `playbook: 1\nx-deep: ${'['.repeat(10_000)}` };
  yield { name: 'deep maps', text: `playbook: 1\nx-deep: ${'{a: '.repeat(5_000)}1${'}'.repeat(5_000)}\n` };
  yield { name: 'deep blocks', text: deepBlocks(1_500) };
  yield { name: 'deep dashes', text: `playbook: 1\nx-deep:\n  ${'- '.repeat(5_000)}x\n` };
  yield { name: 'deep formula', text: formula(`${'( '.repeat(20_000)}1${' )'.repeat(20_000)}`) };
  yield { name: 'long formula', text: formula(Array.from({ length: 50_000 }, () => '1').join(' + ')) };

  yield { name: 'unclosed double quote', text: playbookWith('"never closed') };
  yield { name: 'unclosed single quote', text: playbookWith("'never closed") };
  yield { name: 'unclosed flow map', text: playbookWith('x').replace('{ any: speak }', '{ any: speak') };
  yield { name: 'unclosed placeholder', text: playbookWith('x', '{{posted_at and {{{{ }} {{}} {{ }}') };
  yield { name: 'thousands of opening braces', text: playbookWith('x', '{'.repeat(200_000)) };
  yield { name: 'keys that JavaScript knows', text: ownKeys() };
  yield {
    name: 'keys that are not text',
    text: 'playbook: 1\n? [a, b]\n: 1\n? {c: d}\n: 2\n~: 3\n1.5: 4\n!!binary aGk=: 5\n',
  };
  yield { name: 'tags', text: 'playbook: !!int 1\ntitle: !!js/function "function(){throw 1}"\nflows: !<tag:x> {}\n' };
  yield {
    name: 'uses itself',
    text: 'playbook: 1\ntitle: x\nuses: [hostile.incident.yaml, ./hostile.incident.yaml, ../../../../etc/passwd, /etc/passwd, "file:///etc/passwd", "\\\\\\\\host\\\\share", "", "\\0"]\n',
  };

  yield { name: 'text that turns its direction', text: playbookWith('safe \u202Eevil\u202C \u2066x\u2069 \u200F') };
  yield {
    name: 'terminal escapes',
    text: playbookWith('"\\e[31mred\\e]0;title\\a"').replace('kind: end', 'kind: \u001B[2J\u009B31m'),
  };
  yield {
    name: 'workflow commands',
    text: playbookWith('"::error::x"').replace(
      'kind: end',
      'kind: "\\n::set-output name=x::y\\r\\n::stop-commands::z%0A"',
    ),
  };
  yield {
    name: 'HTML',
    text: playbookWith(
      '</script><img src=x onerror=alert(1)>',
      '<script>alert(1)</script> [x](javascript:alert(1)) ![y](https://evil.example/p.png)',
    ),
  };
  yield {
    name: 'Markdown that nests',
    text: playbookWith('x', `${'> '.repeat(5_000)}x\n${'['.repeat(5_000)}\n${'*a '.repeat(5_000)}`),
  };
  yield {
    name: 'regular expressions that explode',
    text: playbookWith(
      'a'.repeat(50_000),
      `${'申し訳'.repeat(20_000)}\n${'!'.repeat(50_000)}\n${'http://'.repeat(10_000)}\n${'（'.repeat(20_000)}`,
    ),
  };

  yield { name: 'one line of a megabyte', text: playbookWith('長'.repeat(1_000_000)) };
  yield {
    name: '10 MB of text',
    text: playbookWith('Long', 'We are sorry that orders do not go through.\n'.repeat(240_000)),
  };
  yield {
    name: '10 MB of keys',
    text: `playbook: 1\n${Array.from({ length: 100_000 }, (_, at) => `x-key${at}: ${'value '.repeat(15)}\n`).join('')}`,
  };
  yield {
    name: '100,000 keys',
    text: `playbook: 1\npeople:\n${Array.from({ length: 100_000 }, (_, at) => `  p${at}: { name: P }\n`).join('')}`,
  };
  yield { name: '100,000 equal keys', text: `playbook: 1\n${'title: x\n'.repeat(100_000)}` };
  yield {
    name: '100,000 unknown references',
    text: `playbook: 1\nchannels:\n  news:\n    type: blog\n    operators:\n${'      - nobody\n'.repeat(100_000)}`,
  };
  yield { name: '100,000 comments', text: `playbook: 1\n${'# playbook-ignore dead-end\n'.repeat(100_000)}` };
  yield { name: '1,000 steps in a row', text: chain(1_000) };
  yield { name: '1,000 decisions', text: decisions(1_000) };
  yield { name: '1,000 steps in a circle', text: chain(1_000).replace('kind: end', 'kind: do\n        then: s0') };
  yield { name: 'flows that call each other', text: calls(200) };
  yield { name: 'formula of large numbers', text: formula('1e308 * 1e308 / 0 - 999999999999999999999999') };
  yield { name: 'durations beyond counting', text: playbookWith('x').replace('30m', `${'9'.repeat(400)}d`) };
}

function binary(length: number): { text: string; bytes: Uint8Array } {
  // A fixed sequence: a failure must come back when the test is run again.
  let state = 42;
  const bytes = Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
  return { text: new TextDecoder().decode(bytes), bytes };
}

function mixedLineEnds(text: string): string {
  const ends = ['\n', '\r\n', '\r'];
  let at = 0;
  return text.replace(/\n/g, () => ends[at++ % ends.length] ?? '\n');
}

function aliasBomb(wrap: (names: string) => string): string {
  const lines = Array.from({ length: 30 }, (_, at) =>
    at === 0 ? 'x-a0: &a0 lol' : `x-a${at}: &a${at} ${wrap(Array.from({ length: 9 }, () => `*a${at - 1}`).join(', '))}`,
  );
  return `playbook: 1\n${lines.join('\n')}\nfind_it_at: *a29\npeople: *a29\nflows: *a29\nmessages: *a29\n`;
}

function deepBlocks(depth: number): string {
  return `playbook: 1\n${Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}x-k:\n`).join('')}${' '.repeat(depth)}end\n`;
}

function formula(text: string): string {
  return `${playbookWith('x')}impact:\n  loss:\n    formula: ${text}\n`;
}

function ownKeys(): string {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then'];
  const top = names.map((name) => `${name}: {}\n`).join('');
  const people = names.map((name) => `  ${name}: { name: x }\n`).join('');
  return `playbook: 1\ntitle: "{{__proto__}} {{constructor}}"\nowner: __proto__\n${top}people:\n${people}`;
}

function flowOf(steps: readonly string[]): string {
  return playbookWith('Large').replace(
    '      judge:',
    `${steps.map((step) => `      ${step}\n`).join('')}      judge:`,
  );
}

function chain(length: number): string {
  return flowOf(
    Array.from(
      { length },
      (_, at) => `s${at}: { kind: do, task: x, takes: 1m, then: ${at + 1 < length ? `s${at + 1}` : 'judge'} }`,
    ),
  );
}

function decisions(length: number): string {
  const to = (at: number) => (at < length ? `s${at}` : 'judge');
  return flowOf(
    Array.from(
      { length },
      (_, at) => `s${at}: { kind: ask, question: x, answers: { a: ${to(at + 1)}, b: ${to(at + 2)} } }`,
    ),
  );
}

function calls(count: number): string {
  const flows = Array.from(
    { length: count },
    (_, at) =>
      `  f${at}:\n    steps:\n      a: { kind: call, flow: f${(at + 1) % count}, then: b }\n      b: { kind: call, flow: f${(at * 7) % count}, then: c }\n      c: { kind: end }\n`,
  );
  return playbookWith('Calls').replace('flows:\n', `flows:\n${flows.join('')}`);
}
