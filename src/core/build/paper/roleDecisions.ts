import { nameOf, roleName } from '../../draw/face';
import type { Markup } from '../../draw/markup';
import { shortDuration } from '../../draw/words';
import type { Role, SeverityClass, Step } from '../../model/playbook';
import { make, withAttributes } from '../../pages/build';
import { criteriaOf } from '../../pages/criteria';
import type { Paper } from './file';
import { channelName, isIt, numbered, of, table } from './roleWork';

/** What is asked of this role, and what leads where. */
export function decisions(role: Role, paper: Paper): readonly Markup[] {
  const { playbook, t } = paper;
  const own = numbered(paper).filter(({ step }) => isIt(role, step.by));
  const judged = own.flatMap(({ step }) => (step.kind === 'classify' ? [step] : []));
  const asked = own.flatMap(({ step }) => (step.kind === 'ask' ? [step] : []));
  const { switchover } = playbook.sorryPage ?? {};
  const items = [
    ...(judged.length === 0 ? [] : [t('How bad it is, by the table below')]),
    ...asked.map((step) => nameOf(step, t)),
    ...(isIt(role, switchover?.decidedBy)
      ? [
          switchover?.trigger === undefined
            ? t('When the sorry page is shown')
            : t('When the sorry page is shown: {0}', switchover.trigger.value.trim()),
        ]
      : []),
    ...(playbook.report?.approvers.some((reference) => isIt(role, reference))
      ? [t('Whether the report is approved')]
      : []),
  ];
  if (items.length === 0) return [];
  return [
    make('h2', '', t('You decide')),
    make('ul', '', ...items.map((item) => make('li', '', item))),
    ...(judged.length === 0 || playbook.severities.size === 0 ? [] : [classes(paper)]),
  ];
}

function classes({ playbook, t }: Paper): Markup {
  const criteria = ({ whenAll, whenAny, default: isDefault }: SeverityClass): readonly string[] => [
    ...criteriaOf(t('when all hold'), whenAll, t),
    ...criteriaOf(t('when one holds'), whenAny, t),
    ...(isDefault ? [t('all that no other class takes')] : []),
  ];
  const all = [...playbook.severities.values()];
  const hasExamples = all.some(({ examples }) => examples.length > 0);
  const rows = all.map((severity) =>
    make(
      'tr',
      '',
      withAttributes(make('th', '', severity.title?.value ?? severity.id), { scope: 'row' }),
      make('td', '', ...paragraphs(criteria(severity))),
      hasExamples ? make('td', '', ...paragraphs(severity.examples.map(({ value }) => value))) : undefined,
      make(
        'td',
        '',
        severity.announce
          ? severity.firstNoticeWithin === undefined
            ? '—'
            : t('within {0}', shortDuration(severity.firstNoticeWithin.value, t))
          : t('Nothing is said.'),
      ),
    ),
  );
  return table([t('Severity'), t('Criteria'), ...(hasExamples ? [t('Examples')] : []), t('First notice')], rows);
}

const paragraphs = (texts: readonly string[]) => texts.map((text) => make('p', '', text));

/** Steps in which others turn to this role: an answer in time keeps the flow going. */
export function told(role: Role, paper: Paper): readonly Markup[] {
  const { t } = paper;
  const items = numbered(paper).flatMap(({ step }) => {
    if (step.kind !== 'escalate') return [];
    const to = step.to.length > 0 ? step.to.flatMap(of) : escalatedTo(step, paper);
    if (!to.includes(role)) return [];
    const via = step.via.map(channelName).join(t(', '));
    const facts = [
      ...(step.by === undefined ? [] : [t('from {0}', roleName(step.by))]),
      ...(via === '' ? [] : [t('via {0}', via)]),
      ...(step.ackWithin > 0 ? [t('answer within {0}', shortDuration(step.ackWithin, t))] : []),
    ];
    const without = step.exits.find((exit) => exit.via === 'no_ack')?.to.target;
    const goesOn = without === undefined ? '' : t('Without your answer it goes on with: {0}', nameOf(without, t));
    return [
      make(
        'li',
        '',
        make('strong', '', nameOf(step, t)),
        facts.length === 0 ? '' : ` ${facts.join(' · ')}`,
        goesOn === '' ? undefined : make('p', 'pp-small', goesOn),
      ),
    ];
  });
  return items.length === 0 ? [] : [make('h2', '', t('You are told')), make('ul', '', ...items)];
}

/** Who the classes name that can hold where the step stands. */
function escalatedTo(step: Step, { runs }: Paper): readonly Role[] {
  return [...runs.severitiesAt(step)].flatMap((severity) => severity?.escalateTo.flatMap(of) ?? []);
}
