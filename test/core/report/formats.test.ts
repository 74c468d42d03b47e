import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it, test } from 'vitest';
import { fingerprintsOf } from '../../../src/core/report/fingerprints';
import { toGithub } from '../../../src/core/report/github';
import { toGithubSummary } from '../../../src/core/report/githubSummary';
import { toGitlab } from '../../../src/core/report/gitlab';
import { toJson } from '../../../src/core/report/json';
import { toJunit } from '../../../src/core/report/junit';
import { toPretty } from '../../../src/core/report/pretty';
import { toRdjson } from '../../../src/core/report/rdjson';
import type { ReportedFile, ReportedFinding } from '../../../src/core/report/reported';
import { toSarif } from '../../../src/core/report/sarif';
import { toUnix } from '../../../src/core/report/unix';
import { toSpan } from '../../../src/core/text/span';
import { hostile } from '../../support/hostileTexts';
import { checkText, translators } from '../../support/lint';
import { expectPlain, expectXml } from '../../support/reports';

const t = translators.en;
const text = [
  'playbook: 1\r\n',
  'title: お茶の日 😀 x\r\n',
  'flows:\r\n',
  '  main: { then: juge, or: juge }\r\n',
  '  # the same again\r\n',
  '  main: { then: juge, or: juge }\r\n',
].join('');
const used = 'audiences: {}\n';
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return toSpan(start, start + words.length);
};

const findings: readonly ReportedFinding[] = [
  {
    rule: 'jargon',
    severity: 'info',
    span: at('x', text.indexOf('😀')),
    message: '"x" <b>&amp;</b>: 100% [a](b)\u202e',
  },
  {
    rule: 'unknown-reference',
    severity: 'error',
    span: at('juge'),
    message: 'There is no step "juge". ]]>\n::error::x',
    fixes: [
      { title: 'Change to "judge"', safe: true, edits: [{ span: at('juge'), text: 'judge' }] },
      { title: 'Add it', safe: false, edits: [{ span: toSpan(0, 0), text: 'x' }] },
    ],
    places: [{ file: 'shared/役割.incident.yaml', text: used, span: toSpan(0, 9), message: 'Here' }],
  },
  {
    rule: 'dead-end',
    severity: 'warning',
    span: at('main: { then: juge, or: juge }\r\n  # the'),
    message: 'two lines',
  },
  {
    rule: 'unknown-reference',
    severity: 'error',
    span: at('juge', text.indexOf('again')),
    message: 'There is no step "juge".',
    fixes: [{ title: 'Add it', safe: false, edits: [{ span: toSpan(0, 0), text: 'x' }] }],
  },
  {
    rule: 'severity-gap',
    severity: 'warning',
    span: at('flows'),
    message: 'two edits',
    fixes: [
      {
        title: 'Both',
        safe: true,
        edits: [
          { span: at('お茶'), text: '茶' },
          { span: at('flows'), text: 'flow' },
        ],
      },
    ],
  },
];
const files: readonly ReportedFile[] = [
  { file: '計画/a b.incident.yaml', text, findings },
  { file: 'clean.incident.yaml', text: '', findings: [] },
];

const sarif = (given: readonly ReportedFile[]) => toSarif(given, { t, version: '1.2.3' });
const outputs: Readonly<Record<string, (given: readonly ReportedFile[]) => string>> = {
  'pretty.txt': (given) => toPretty(given, { t, colour: false }),
  'report.json': toJson,
  'github.txt': (given) => toGithub(given),
  'gitlab.json': toGitlab,
  'rdjson.json': toRdjson,
  'junit.xml': toJunit,
  'unix.txt': toUnix,
  'sarif.json': (given) => {
    const log = JSON.parse(sarif(given));
    // The catalogue grows; the shape of one rule is enough.
    const { driver } = log.runs[0].tool;
    driver.rules = driver.rules.slice(0, 1);
    for (const result of log.runs[0].results) {
      expect(JSON.parse(sarif(given)).runs[0].tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      delete result.ruleIndex;
    }
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

// `UPDATE_GOLDEN=1 npx vitest run test/core/report` writes the outputs anew; read the diff before you commit it.
test.each(Object.entries(outputs))('format/%s', (name, write) => {
  const golden = new URL(`../../golden/format/${name}`, import.meta.url);
  const written = write(files);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, written);
  expect(written).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : 'there is no golden file');
});

describe('sarif', () => {
  const {
    id: _id,
    $schema: _dialect,
    ...schema
  } = JSON.parse(readFileSync(new URL('../../schemas/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
  const isUri = (value: string) => URL.canParse(value);
  const validate = new Ajv({
    strict: false,
    // One pattern of the schema is no regular expression in the stricter mode.
    unicodeRegExp: false,
    allErrors: true,
    formats: {
      uri: isUri,
      'uri-reference': (value: string) => URL.canParse(value, 'https://tea.example/') && !/[^\x21-\x7e]/.test(value),
      'date-time': true,
    },
  }).compile(schema);

  it.each([
    ['the findings', files],
    ['nothing', []],
    ['hostile text', files.map((file) => ({ ...file, findings: file.findings.flatMap(harmed) }))],
  ] as const)('%s keeps to the schema', (_, given) => {
    validate(JSON.parse(sarif(given)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('the schema would say no', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
  });

  it('regions are on one line; only safe fixes are there', () => {
    const { results, columnKind } = JSON.parse(sarif(files)).runs[0];
    expect(columnKind).toBe('utf16CodeUnits');
    for (const { locations } of results) {
      const { region } = locations[0].physicalLocation;
      expect(region.startLine).toBe(region.endLine);
    }
    expect(JSON.stringify(results)).not.toContain('Add it');
  });
});

describe('fingerprints', () => {
  const [file = { file: '', text: '', findings: [] }] = files;
  const names = (given: ReportedFile) => [...fingerprintsOf(given).values()];

  it('are distinct, also for twins', () => {
    expect(new Set(names(file)).size).toBe(findings.length);
  });

  it('stay when lines move and indentation changes', () => {
    const above = '# one\r\n# two\r\n';
    const moved = findings.map((finding) => ({
      ...finding,
      span: toSpan(finding.span.start + above.length, finding.span.end + above.length),
    }));
    expect(names({ ...file, text: above + text, findings: moved })).toEqual(names(file));
  });

  it('stay when something else in the file is mended', () => {
    expect(names({ ...file, findings: findings.slice(1) })).toEqual(names(file).slice(1));
  });
});

it('rdjson counts columns in UTF-8 bytes', () => {
  const { diagnostics } = JSON.parse(toRdjson(files));
  const before = 'title: お茶の日 😀 ';
  expect(diagnostics[0].location.range.start).toEqual({ line: 2, column: Buffer.byteLength(before) + 1 });
  expect(diagnostics[4].suggestions).toEqual([
    {
      range: { start: { line: 2, column: 8 }, end: { line: 3, column: 6 } },
      text: '茶の日 😀 x\r\nflow',
    },
  ]);
});

/**
 * What reviewdog's published schema asks for, and what its comments on columns say, in our words:
 * https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
 */
const position = {
  type: 'object',
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
  required: ['line', 'column'],
  additionalProperties: false,
};
const range = {
  type: 'object',
  properties: { start: position, end: position },
  required: ['start', 'end'],
  additionalProperties: false,
};
const location = {
  type: 'object',
  properties: { path: { type: 'string', minLength: 1 }, range },
  required: ['path', 'range'],
  additionalProperties: false,
};
const rdjsonSchema = {
  type: 'object',
  properties: {
    source: {
      type: 'object',
      properties: { name: { type: 'string' }, url: { type: 'string' } },
      additionalProperties: false,
    },
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          message: { type: 'string', minLength: 1 },
          location,
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: {
            type: 'object',
            properties: { value: { type: 'string' }, url: { type: 'string' } },
            additionalProperties: false,
          },
          suggestions: {
            type: 'array',
            items: {
              type: 'object',
              properties: { range, text: { type: 'string' } },
              required: ['range', 'text'],
              additionalProperties: false,
            },
          },
          related_locations: {
            type: 'array',
            items: {
              type: 'object',
              properties: { message: { type: 'string' }, location },
              required: ['location'],
              additionalProperties: false,
            },
          },
        },
        required: ['message', 'location', 'severity'],
        additionalProperties: false,
      },
    },
  },
  required: ['diagnostics'],
  additionalProperties: false,
};

it('rdjson is what reviewdog reads, and its places are there in the bytes of the file', () => {
  const validate = new Ajv().compile(rdjsonSchema);
  const source = 'playbook: 1\ntitle： 😀お茶の日\nroles:\n  "係 😀": { persom: 佐藤 }\n';
  const japanese = checkText(source).findings;
  const own = { file: '計画/春.incident.yaml', text: source, findings: japanese };
  for (const given of [files, [own]]) {
    const data = JSON.parse(toRdjson(given));
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect(data.diagnostics.length).toBeGreaterThan(0);
    for (const { location: place, suggestions = [] } of data.diagnostics) {
      const file = given.find((one) => one.file === place.path);
      const lines = (file?.text ?? '').split('\n').map((line) => Buffer.from(`${line}\n`));
      for (const { start, end } of [place.range, ...suggestions.map((one: { range: object }) => one.range)]) {
        for (const { line, column } of [start, end]) {
          const bytes = lines[line - 1] ?? Buffer.alloc(0);
          expect(column - 1).toBeLessThanOrEqual(bytes.length);
          // A column inside of a letter would be a broken one.
          expect(bytes.subarray(0, column - 1).toString('utf8')).not.toContain('\ufffd');
        }
        expect(end.line * 1e6 + end.column).toBeGreaterThanOrEqual(start.line * 1e6 + start.column);
      }
    }
  }
  // The example of its own pages: the letter before takes four bytes.
  const named = 'title: 𐐀b\n';
  const [, after] = JSON.parse(
    toRdjson([
      {
        file: 'a.incident.yaml',
        text: named,
        findings: [7, 9].map((start) => ({
          rule: 'jargon',
          severity: 'info' as const,
          span: toSpan(start, start + 1),
          message: 'x',
        })),
      },
    ]),
  ).diagnostics;
  expect(after.location.range).toEqual({ start: { line: 1, column: 12 }, end: { line: 1, column: 13 } });
});

describe('github', () => {
  const many: readonly ReportedFile[] = [
    {
      file: 'a.incident.yaml',
      text,
      findings: (['info', 'warning', 'error'] as const).flatMap((severity) =>
        Array.from({ length: 12 }, (_, index) => ({
          rule: 'jargon',
          severity,
          span: at('juge'),
          message: `${severity} ${index} @team #1 <img src=x> [a](https://x.example) www.x.example | \`c\``,
        })),
      ),
    },
  ];

  it('all into the log, the worst first; only what is shown where the rest goes elsewhere', () => {
    const levels = (output: string) => output.split('\n').map((line) => /^::(\w+)/.exec(line)?.[1]);
    const times = (count: number) =>
      ['error', 'warning', 'notice'].flatMap((level) => Array.from({ length: count }, () => level));
    expect(levels(toGithub(many))).toEqual([...times(12), undefined]);
    expect(levels(toGithub(many, { onlyShown: true }))).toEqual([...times(10), undefined]);
  });

  it('the rest into the summary, as text that stays text', () => {
    const summary = toGithubSummary(many, t);
    expect(summary).toContain('30 of 36 findings are shown on their lines.');
    const rows = summary.split('\n').filter((line) => /^\| (?:error|warning|information) \|/.test(line));
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      expect(row.split('|')).toHaveLength(6);
      const [, , place = '', message = ''] = row.split('|');
      expect(place + message).not.toMatch(/[<>@[\]`*_]|#(?!\d+;)|https?:|www\./);
    }
    expect(toGithubSummary(files, t)).toBe('');
  });
});

/** A finding whose every text somebody means to harm with. */
function harmed(finding: ReportedFinding): readonly ReportedFinding[] {
  return hostile.map((words) => ({
    ...finding,
    message: words,
    fixes: finding.fixes?.map((fix) => ({
      ...fix,
      title: words,
      edits: fix.edits.map((edit) => ({ ...edit, text: words })),
    })),
    places: finding.places?.map((place) => ({ ...place, message: words, file: words })),
  }));
}

it('hostile text breaks no format', () => {
  const given = hostile.map((words) => ({ file: words, text, findings: findings.flatMap(harmed) }));
  for (const write of [toGitlab, toRdjson, sarif]) {
    const log = JSON.parse(
      write(given.map((file) => ({ ...file, file: file.file.replace(/\p{C}/gu, '?') }))),
      (key, value) => (key === 'fixes' || key === 'suggestions' || key === 'uri' || key === 'path' ? undefined : value),
    );
    expectPlain(log);
  }
  expectXml(toJunit(given));
  for (const line of toGithub(given).split('\n').slice(0, -1)) {
    expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,\r\n]*,line=\d+,[^:]*::[^\r\n]*$/);
  }
});
