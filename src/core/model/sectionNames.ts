import type { SectionName } from './playbook';

/** The sections whose keys are names that the author chose, in the order of the language. */
export const sectionNames: readonly SectionName[] = [
  'people',
  'roles',
  'audiences',
  'systems',
  'channels',
  'checklist',
  'impact',
  'severities',
  'scenarios',
  'flows',
  'variables',
  'messages',
];
