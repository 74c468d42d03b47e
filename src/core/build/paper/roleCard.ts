import type { Markup } from '../../draw/markup';
import type { ChecklistItem, Person, Reference, Role } from '../../model/playbook';
import { type Child, make, withAttributes } from '../../pages/build';
import { factName } from '../../pages/criteria';
import { personName, typeWords } from '../../pages/words';
import type { Paper } from './file';
import { answerOf, toMarkup } from './pieces';
import { decisions, told } from './roleDecisions';
import { steps } from './roleSteps';
import { isIt, numbered, table } from './roleWork';

/** Everything of the plan that one role does, on a sheet to hold in the hand. Undefined where it does nothing. */
export function roleCard(role: Role, paper: Paper): Markup | undefined {
  const parts = [decisions, told, steps, channels, facts].flatMap((part) => part(role, paper));
  if (parts.length === 0) return undefined;
  const { playbook, t } = paper;
  return make(
    'section',
    'pp-sheet pp-card',
    make('p', 'pp-plan', playbook.title?.value ?? playbook.id),
    make(
      'div',
      'pp-head',
      make('h1', '', role.title?.value ?? role.id),
      role.decides ? make('span', 'pp-badge', t('decides what is said')) : undefined,
    ),
    people(role, paper),
    ...parts,
  );
}

function people(role: Role, paper: Paper): Markup {
  const { t } = paper;
  return make(
    'div',
    'pp-people',
    personBox(t('Held by'), role.person, role, paper),
    personBox(t('When away'), role.deputy, role, paper),
  );
}

function personBox(word: string, reference: Reference<Person> | undefined, role: Role, paper: Paper): Markup {
  const { t } = paper;
  const person = reference?.target;
  const others = person === undefined ? [] : otherRoles(person, role, paper);
  return make(
    'div',
    'pp-person',
    make('p', 'pp-small', word),
    make('p', 'pp-name', reference === undefined ? '—' : (person?.name?.value ?? reference.id)),
    ...(person?.reach ?? []).map(({ value }) => make('p', '', ...reachOf(value, paper))),
    others.length === 0 ? undefined : make('p', 'pp-small', t('Also: {0}', others.join(t(', ')))),
  );
}

/** Who holds several roles sees that on the worst day not all of them get their hands. */
function otherRoles(person: Person, role: Role, { playbook, t }: Paper): readonly string[] {
  return [...playbook.roles.values()].flatMap((other) => {
    if (other === role) return [];
    const name = other.title?.value ?? other.id;
    if (other.person?.target === person) return [name];
    return other.deputy?.target === person ? [t('{0} (deputy)', name)] : [];
  });
}

function reachOf(value: string, { t }: Paper): readonly Child[] {
  const [, scheme = '', rest = value] = /^(tel|mailto|slack|teams):(.*)$/i.exec(value.trim()) ?? [];
  switch (scheme.toLowerCase()) {
    case 'tel':
      return [
        `${t('telephone')} `,
        withAttributes(make('a', '', rest), { href: `tel:${rest.replace(/[^\d+]/g, '')}` }),
      ];
    case 'mailto':
      return [`${t('e-mail')} `, rest];
    case 'slack':
      return [`Slack ${rest}`];
    case 'teams':
      return [`Teams ${rest}`];
    default:
      return [value];
  }
}

function channels(role: Role, paper: Paper): readonly Markup[] {
  const { playbook, t, runs } = paper;
  const holders = new Set([role.person, role.deputy].flatMap((reference) => reference?.target ?? []));
  const needed = new Set(
    numbered(paper).flatMap(({ step }) =>
      step.kind === 'announce' && isIt(role, step.by) ? runs.sendings(step).flatMap((one) => one.channels) : [],
    ),
  );
  const shown = [...playbook.channels.values()].filter(
    (channel) =>
      needed.has(channel) ||
      channel.operators.some(({ target }) => target !== undefined && target === role.person?.target),
  );
  if (shown.length === 0) return [];
  const rows = shown.map((channel) => {
    const operators = channel.operators.map(personName);
    const canPost = channel.operators.some(({ target }) => target !== undefined && holders.has(target));
    const address = channel.url?.value ?? channel.account?.value ?? '';
    return make(
      'tr',
      '',
      withAttributes(make('th', '', channel.title?.value ?? typeWords(t)[channel.type]), { scope: 'row' }),
      make('td', '', address === '' ? '—' : address),
      make(
        'td',
        '',
        operators.length === 0 ? '—' : operators.join(t(', ')),
        canPost || operators.length === 0
          ? undefined
          : make('p', 'pp-other', t('Neither of you can post here: ask them.')),
      ),
    );
  });
  return [
    make('h2', '', t('Channels you can post on')),
    table([t('Channel'), t('Address or account'), t('Who can post')], rows),
  ];
}

function facts(role: Role, paper: Paper): readonly Markup[] {
  const { playbook, t, locale } = paper;
  const owned = [...playbook.checklist.values()].filter(({ owner }) => isIt(role, owner));
  if (owned.length === 0) return [];
  return [
    make('h2', '', t('Questions you find the answers to')),
    table(
      [t('Question'), t('Answer')],
      owned.map((item) => factRow(item, paper, locale)),
    ),
  ];
}

function factRow(item: ChecklistItem, { t }: Paper, locale: Paper['locale']): Markup {
  const fallback = item.default?.value.trim();
  const hints = [
    ...(item.core === undefined ? [] : [t('needed first')]),
    ...(item.optional ? [t('may stay unknown')] : []),
    ...(item.personalData ? [t('a yes makes it a case of personal data: call the person who decides at once')] : []),
    ...(fallback === undefined || fallback === '' ? [] : [t('until then: {0}', fallback)]),
  ];
  return make(
    'tr',
    '',
    make(
      'td',
      '',
      make('span', 'pp-box'),
      item.ask?.value ?? factName(item),
      hints.length === 0 ? undefined : make('p', 'pp-small', hints.join(' · ')),
    ),
    make('td', '', ...toMarkup(answerOf(item, t, locale))),
  );
}
