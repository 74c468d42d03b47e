import { expect, test } from 'vitest';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { toDiagnostics } from '../../src/service/diagnostics';
import { openText } from '../support/service';
import { smallPlaybook } from '../support/small';

const at = (from: string, to: string) => {
  expect(smallPlaybook).toContain(from);
  return smallPlaybook.replace(from, to);
};

test('the code is the rule and leads to its page; the range is that of the mark', () => {
  const { document, spans } = openText(at('then: judge', 'then: <|jugde|>'));
  const diagnostics = [...toDiagnostics(document).values()].flat().filter(({ code }) => code === 'unknown-reference');
  const [span] = spans;
  expect(diagnostics).toEqual([
    {
      range: { start: document.lines.position(span?.start ?? 0), end: document.lines.position(span?.end ?? 0) },
      severity: DiagnosticSeverity.Error,
      code: 'unknown-reference',
      codeDescription: {
        href: 'https://github.com/unhappy-path/unhappy-path/blob/main/docs/rules/unknown-reference.md',
      },
      source: 'unhappy-path',
      message: 'There is no step "jugde" in the flow "main". Did you mean "judge"?',
    },
  ]);
});

test('what could go is shown faded, and columns count as editors do', () => {
  const { document } = openText(at('channels:\n', '  "𠮷😀": { title: P }\nchannels:\n'));
  const [found] = [...toDiagnostics(document).values()].flat().filter(({ code }) => code === 'unused-definition');
  expect(found).toMatchObject({
    severity: DiagnosticSeverity.Information,
    tags: [DiagnosticTag.Unnecessary],
    range: { start: { character: 2 }, end: { character: 8 } },
  });
});

test('every finding once, in the file it stands in; the document itself also where it has none', () => {
  const parts = 'playbook: 1\npartial: true\npeople:\n  ann: {}\nroles:\n  r: { person: anm }\n';
  const { document } = openText(at('people:', 'uses: parts.yaml\npeople:'), { files: { 'parts.yaml': parts } });
  const byUri = toDiagnostics(document);
  expect([...byUri.keys()]).toEqual(['file:///work/test.incident.yaml', 'file:///work/parts.yaml']);
  expect([...byUri.values()].flat()).toHaveLength(document.findings.length);
  expect(byUri.get('file:///work/parts.yaml')?.[0]?.range.start).toEqual({ line: 5, character: 15 });
  const silent = openText('playbook: 1\npartial: true\n').document;
  expect([...toDiagnostics(silent)]).toEqual([['file:///work/test.incident.yaml', []]]);
});

test('what else belongs to it, with its place', () => {
  const { document } = openText(at('"no": first_word', '"maybe": first_word'));
  const [found] = [...toDiagnostics(document).values()].flat().filter(({ code }) => code === 'answer-missing');
  expect(found?.relatedInformation).toEqual([
    { message: 'Not a possible answer', location: { uri: document.uri, range: expect.any(Object) } },
  ]);
});
