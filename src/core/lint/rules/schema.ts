import { checkSchema } from '../../schema/check';
import type { Rule } from '../rule';

export const schema: Rule = {
  id: 'schema',
  severity: 'error',
  form: true,
  summary: 'Every key is one that the playbook language knows, and every value has the form that its key needs.',
  why: 'What is misspelt is not read: a channel, a deadline or a whole step would be missing on the day, and nobody would notice before.',

  check: ({ playbook, t }) => checkSchema(playbook, t),
};
