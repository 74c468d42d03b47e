import type { Rule } from '../rule';

export const usesCycle: Rule = {
  id: 'uses-cycle',
  severity: 'error',
  form: true,
  summary: 'Files use each other without going round in circles, and stay inside the repository.',
  why: 'Of files that pull each other in, nobody can say which words count.',

  *check({ playbook, t }) {
    for (const { kind, span, path, files = [] } of playbook.usesProblems) {
      if (kind === 'cycle') {
        yield {
          span,
          message:
            files.length <= 2
              ? files[0] === playbook.file
                ? t('The file uses itself. Take this entry away.')
                : t('"{0}" uses itself. Take the entry there away.', files[0] ?? path)
              : t(
                  'These files use each other in a circle: {0}. Move what they share into a file of its own.',
                  files.join(' → '),
                ),
        };
      } else if (kind === 'outside') {
        yield {
          span,
          message: t('"{0}" leads out of this repository. Use files that everyone who has the plan has too.', path),
        };
      }
    }
  },
};
