import { nearest } from '../../text/nearest';
import type { Rule } from '../rule';

const builtIn = [
  'posted_at',
  'next_update_at',
  'brand.we',
  'brand.signature',
  'policy.third_party_phrase',
  'scenario.title',
];

export const undefinedVariable: Rule = {
  id: 'undefined-variable',
  severity: 'error',
  form: true,
  summary: 'Every {{name}} stands for something.',
  why: 'Customers would read the braces.',

  *check({ playbook, t }) {
    const names = [...playbook.variables.keys(), ...playbook.checklist.keys(), ...playbook.impact.keys(), ...builtIn];
    for (const { placeholders } of playbook.texts) {
      for (const placeholder of placeholders) {
        if (placeholder.target !== undefined) continue;
        const { name } = placeholder;
        const meant = nearest(name, names);
        yield {
          span: placeholder.span,
          message:
            name === ''
              ? t('The braces are empty. Write the name of a variable or of a checklist question between them.')
              : meant === undefined
                ? t(
                    'Nothing is called "{0}". Define it under "variables" or "checklist", or customers will read the braces.',
                    name,
                  )
                : t('Nothing is called "{0}". Did you mean "{1}"?', name, meant),
          ...(meant !== undefined &&
            name !== '' && {
              fixes: [
                {
                  title: t('Change to "{0}"', meant),
                  safe: true,
                  edits: [{ span: placeholder.nameSpan, text: meant }],
                },
              ],
            }),
        };
      }
    }
  },
};
