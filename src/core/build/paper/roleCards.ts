import { make } from '../../pages/build';
import { type Paper, toPaperFile } from './file';
import { roleCard } from './roleCard';
import { supportCard } from './supportCard';

/** A card for each role that has something to do, and one for whoever answers customers: each begins on a page of its own. */
export function toRoleCards(paper: Paper): string {
  const { playbook, t } = paper;
  const cards = [...playbook.roles.values()].flatMap((role) => roleCard(role, paper) ?? []);
  const title = `${t('Role cards')} - ${playbook.title?.value ?? playbook.id}`;
  return toPaperFile(title, paper, make('main', 'pp-cards', ...cards, supportCard(paper)));
}
