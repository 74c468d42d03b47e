import { expect, test } from 'vitest';
import { expectFindings } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const rule = 'uses-cycle';
const using = (list: string, status = 'in-review') =>
  smallPlaybook.replace('status: in-review', `status: ${status}\nuses: ${list}`);
const parts = (...uses: string[]) => `playbook: 1\npartial: true\nuses: [${uses.join(', ')}]\n`;

test('two files that pull each other in', () => {
  const [finding] = expectFindings(
    rule,
    using('[a.incident.yaml, <|b.incident.yaml|>]', 'draft'),
    [
      'These files use each other in a circle: test.incident.yaml → b.incident.yaml → test.incident.yaml. Move what they share into a file of its own.',
    ],
    undefined,
    { files: { 'a.incident.yaml': parts(), 'b.incident.yaml': parts('test.incident.yaml') } },
  );
  expect(finding?.severity).toBe('error');
});

test('a file that uses itself, and one that is used and does', () => {
  expectFindings(rule, using('<|./test.incident.yaml|>'), ['The file uses itself. Take this entry away.']);
  expectFindings(
    rule,
    using('[<|a.incident.yaml|>]'),
    ['"a.incident.yaml" uses itself. Take the entry there away.'],
    undefined,
    { files: { 'a.incident.yaml': parts('a.incident.yaml') } },
  );
});

test('a circle further down is told where the way to it begins', () => {
  expectFindings(
    rule,
    using('[x.incident.yaml, <|a.incident.yaml|>]'),
    [/circle: a\.incident\.yaml → sub\/b\.incident\.yaml → a\.incident\.yaml\./],
    undefined,
    {
      files: {
        'x.incident.yaml': parts(),
        'a.incident.yaml': parts('sub/b.incident.yaml'),
        'sub/b.incident.yaml': parts('../a.incident.yaml'),
      },
    },
  );
});

test('paths out of the repository', () => {
  expectFindings(
    rule,
    using('[<|../../x.incident.yaml|>, <|/etc/passwd|>, <|"file:///x"|>, <|"C:\\\\x"|>, <|"\\\\\\\\host\\\\share"|>]'),
    [/"\.\.\/\.\.\/x\.incident\.yaml" leads out/, /leads out/, /leads out/, /leads out/, /leads out/],
    undefined,
    { file: 'plans/test.incident.yaml' },
  );
});

test('a file that two others use is no circle, nor is a way up inside the repository', () => {
  expectFindings(rule, using('[../a.incident.yaml, ../b.incident.yaml]'), [], undefined, {
    file: 'plans/test.incident.yaml',
    files: {
      'a.incident.yaml': parts('c.incident.yaml'),
      'b.incident.yaml': parts('c.incident.yaml'),
      'c.incident.yaml': parts(),
    },
  });
});
