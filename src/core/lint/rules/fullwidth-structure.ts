import type { Translate } from '../../text/translate';
import { swallowed } from '../../yaml/swallowed';
import type { YamlProblem } from '../../yaml/tree';
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
    for (const problem of found.sort((a, b) => a.span.start - b.span.start)) {
      const { code, span, edits } = problem;
      yield {
        span,
        message: sentence(problem, document.text.slice(span.start, span.end), t),
        ...(edits && { fixes: [{ title: fixTitle(code, t), safe: true, edits }] }),
      };
    }
  },
};

function sentence({ code, values = [] }: YamlProblem, written: string, t: Translate): string {
  const [value = '', meant = ''] = values;
  switch (code) {
    case 'wide-colon':
      return t('The colon ： is full-width, so this is read as text and not as a key. Write a narrow ":" and a space.');
    case 'wide-bar':
      return t(
        'The sign {0} is full-width, so it is read as text and the lines below it are joined. Write a narrow {1}.',
        value,
        meant,
      );
    case 'wide-gap':
      return t(
        'The space next to "{0}" is full-width or invisible, so it does not count. Write a narrow one, or none.',
        value,
      );
    default:
      return written.includes('\u3000')
        ? t('This line is indented with full-width spaces, which do not count. Use narrow spaces, two for each level.')
        : t(
            'This line begins with invisible characters, probably from copying, that do not count as spaces. Use narrow spaces, two for each level.',
          );
  }
}

function fixTitle(code: string, t: Translate): string {
  if (code === 'wide-colon') return t('Write a narrow colon');
  return code === 'wide-bar' ? t('Write a narrow sign') : t('Use narrow spaces');
}
