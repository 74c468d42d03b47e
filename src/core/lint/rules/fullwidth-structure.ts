import { LineIndex } from '../../text/lineIndex';
import { toSpan } from '../../text/span';
import type { YamlDocument, YamlProblem } from '../../yaml/tree';
import { walk } from '../../yaml/walk';
import type { Rule } from '../rule';
import { fullwidthCodes } from './yaml-syntax';

export const fullwidthStructure: Rule = {
  id: 'fullwidth-structure',
  severity: 'error',
  form: true,
  breaks: true,
  summary: 'Colons behind keys and spaces in front of lines are the narrow ones.',
  why: 'A full-width colon or space looks right and is read as text, so that part of the plan silently disappears.',

  *check({ playbook, t }) {
    const { document } = playbook;
    const found = [...document.problems.filter(({ code }) => fullwidthCodes.has(code)), ...swallowed(document)];
    for (const { code, span, edits } of found.sort((a, b) => a.span.start - b.span.start)) {
      yield {
        span,
        message:
          code === 'wide-colon'
            ? t('The colon ： is full-width, so this is read as text and not as a key. Write a narrow ":" and a space.')
            : t(
                'This line is indented with full-width spaces, which do not count. Use narrow spaces, two for each level.',
              ),
        ...(edits && {
          fixes: [
            { title: code === 'wide-colon' ? t('Write a narrow colon') : t('Use narrow spaces'), safe: true, edits },
          ],
        }),
      };
    }
  },
};

const wideColon = /^([ ]*(?:- +)*[a-z][a-z0-9_-]*)[ \u3000]*：[ \u3000]*/;
const wideIndent = /^[ ]*([\u3000\u00a0]+)/;

/** What YAML takes without a word: as text, or as another key. */
function* swallowed({ root, text }: YamlDocument): Iterable<YamlProblem> {
  const lines = new LineIndex(text);
  const told = new Set<number>();
  for (const node of walk(root)) {
    if (node.kind === 'map') {
      for (const { key } of node.entries) {
        const lead = /^[\u3000\u00a0]+/.exec(key.text);
        if (lead !== null && key.style === 'plain') {
          const end = key.span.start + lead[0].length;
          yield problem('wide-space', key.span.start, end, '  '.repeat(lead[0].length));
        } else if (key.style === 'plain' && wideColon.test(key.text))
          yield* onLine(lines, lines.lineAt(key.span.start), told);
      }
    }
    if (node.kind !== 'scalar' || node.style !== 'plain') continue;
    const first = lines.lineAt(node.span.start);
    const last = lines.lineAt(node.span.end);
    // A text that shares its line with its key is a text; what begins a line may be meant as a key.
    const startsLine = text.slice(lines.lineStart(first), node.span.start).replace(/- /g, '').trim() === '';
    for (let line = startsLine ? first : first + 1; line <= last; line++) yield* onLine(lines, line, told);
  }
}

function* onLine(lines: LineIndex, line: number, told: Set<number>): Iterable<YamlProblem> {
  if (told.has(line)) return;
  const start = lines.lineStart(line);
  const text = lines.line(line);
  const indent = wideIndent.exec(text);
  if (indent !== null) {
    told.add(line);
    const from = start + indent[0].length - (indent[1]?.length ?? 0);
    yield problem('wide-space', from, start + indent[0].length, '  '.repeat(indent[1]?.length ?? 0));
    return;
  }
  const colon = wideColon.exec(text);
  if (colon === null) return;
  told.add(line);
  const from = start + (colon[1]?.length ?? 0);
  yield problem('wide-colon', from, start + colon[0].length, colon[0].length === text.length ? ':' : ': ');
}

function problem(code: string, from: number, to: number, text: string): YamlProblem {
  const span = toSpan(from, to);
  return { code, span, edits: [{ span, text }] };
}
