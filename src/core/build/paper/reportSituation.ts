import { nameOf, roleName } from '../../draw/face';
import { shortDuration } from '../../draw/words';
import type { Step } from '../../model/playbook';
import { factName } from '../../pages/criteria';
import type { Paper } from './file';
import { answerOf, clock, type Piece } from './pieces';
import type { ReportBlock, ReportSection } from './report';
import { askedIn, usedInFormulas } from './reportFacts';

export function situation(paper: Paper): ReportSection {
  const { playbook, t, locale } = paper;
  const items = [...playbook.checklist.values()];
  const asked = askedIn(paper);
  const inFormulas = usedInFormulas(paper);
  const first = (['start', 'duration', 'scope', 'workaround'] as const).flatMap((core) =>
    items.filter((item) => item.core?.value === core),
  );
  const others = items.filter(
    (item) => !first.includes(item) && !inFormulas.has(item) && asked.get(item) === 'while it lasts',
  );
  const scenarios = [...playbook.scenarios.values()].map(({ title, id }) => ({ tick: title?.value ?? id }));
  const severities = [...playbook.severities.values()].map(({ title, id }) => ({ tick: title?.value ?? id }));
  const rows: (readonly [string, readonly Piece[]])[] = [
    ...(scenarios.length > 0 ? [[t('What happened'), [...scenarios, { tick: t('something else') }]] as const] : []),
    ...(severities.length > 0 ? [[t('Severity'), severities] as const] : []),
    ...[...first, ...others].map((item) => [item.ask?.value ?? factName(item), answerOf(item, t, locale)] as const),
  ];
  return {
    title: t('Situation'),
    blocks: [...(rows.length > 0 ? [{ kind: 'pairs', rows } as const] : []), timeline(paper)],
  };
}

/** The main flow as it was planned, beside which what happened is written. */
function timeline({ playbook, runs, t, locale }: Paper): ReportBlock {
  const [flow] = playbook.flows.values();
  const shown = [...(flow?.steps.values() ?? [])].filter(({ kind }) =>
    ['escalate', 'announce', 'sorry-page'].includes(kind),
  );
  // Of the first notice there is a promise, class by class; of the rest the worst case, and round a loop none.
  const promises = (step: Step) =>
    [...playbook.severities.values()].flatMap((severity) => {
      const { title, id, announce, firstNoticeWithin: within } = severity;
      const isHere = announce && runs.firstNotice(severity)?.path.at(-1) === step;
      return isHere && within !== undefined ? [`${title?.value ?? id}${t(': ')}${shortDuration(within.value, t)}`] : [];
    });
  const planned = (step: Step): readonly Piece[] => {
    const promised = promises(step);
    if (promised.length > 0) return [promised.join(t(', '))];
    const seconds = runs.reachedAt(step)?.seconds;
    return seconds !== undefined && Number.isFinite(seconds) ? [t('within {0}', shortDuration(seconds, t))] : [];
  };
  return {
    kind: 'table',
    name: t('In the order of time'),
    heads: [t('Time'), t('What happened'), t('Who'), t('Planned')],
    rows: [
      [clock(locale), [flow?.trigger?.value.trim() || t('Noticed')], [], []],
      ...shown.map((step) => [
        clock(locale),
        [nameOf(step, t)],
        step.by === undefined ? [] : [roleName(step.by)],
        planned(step),
      ]),
      [clock(locale), [t('Back to normal')], [], []],
      [clock(locale), [], [], []],
    ],
  };
}
