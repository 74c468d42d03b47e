import { shortDuration } from '../draw/words';
import type { Finding } from '../lint/finding';
import type { Checked } from '../lint/run';
import { approvalState } from '../model/contentHash';
import type { Approval, Channel, Playbook } from '../model/playbook';
import { deadChannels } from '../pages/play';
import type { Translate } from '../text/translate';
import { idNow, pathIn, type Renames, unitsOf } from './units';

/** What a change does to those who read what is sent, by the same analyses that check the plan. */
export interface Impact {
  readonly kind: 'first-notice' | 'channel' | 'finding' | 'approval';
  /** Undefined where it is neither. */
  readonly better: boolean | undefined;
  readonly summary: string;
}

export function impactOf(before: Checked, after: Checked, renames: Renames, t: Translate): readonly Impact[] {
  const given = approvals(before.playbook, after.playbook, renames, t);
  return [
    ...notices(before, after, renames, t),
    ...channels(before.playbook, after.playbook, renames, t),
    ...given.map(({ impact }) => impact),
    ...findings(before, after, renames, new Set(given.map(({ approval }) => approval)), t),
  ];
}

const newName = (renames: Renames, section: string, id: string) => renames.get(section)?.get(id) ?? id;

function notices(before: Checked, after: Checked, renames: Renames, t: Translate): readonly Impact[] {
  const worst = ({ playbook, runs }: Checked, name: (id: string) => string) =>
    new Map(
      [...playbook.severities.values()].map((severity) => [
        name(severity.id),
        {
          title: severity.title?.value ?? severity.id,
          seconds: severity.announce ? runs.firstNotice(severity)?.seconds : undefined,
        },
      ]),
    );
  const old = worst(before, (id) => newName(renames, 'severities', id));
  const now = worst(after, (id) => id);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): Impact[] => {
    const [one, other] = [old.get(id)?.seconds, now.get(id)?.seconds];
    if (one === other) return [];
    const title = now.get(id)?.title ?? old.get(id)?.title ?? id;
    const say = (seconds: number | undefined) =>
      seconds === undefined ? t('not announced') : Number.isFinite(seconds) ? shortDuration(seconds, t) : t('never');
    return [
      {
        kind: 'first-notice',
        better: (other ?? Number.POSITIVE_INFINITY) < (one ?? Number.POSITIVE_INFINITY),
        summary: t('First notice in "{0}", at worst: {1} → {2}', title, say(one), say(other)),
      },
    ];
  });
}

function channels(before: Playbook, after: Playbook, renames: Renames, t: Translate): readonly Impact[] {
  const nameOf = ({ title, id }: Channel) => title?.value ?? id;
  const living = (playbook: Playbook, name: (section: string, id: string) => string) =>
    new Map(
      [...playbook.scenarios.values()].map((scenario) => {
        const dead = deadChannels(scenario, playbook);
        const alive = [...playbook.channels.values()].filter((channel) => !dead.has(channel));
        const found = new Map(alive.map((channel) => [name('channels', channel.id), nameOf(channel)]));
        return [name('scenarios', scenario.id), { title: scenario.title?.value ?? scenario.id, alive: found }];
      }),
    );
  const old = living(before, (section, id) => newName(renames, section, id));
  const now = living(after, (_, id) => id);
  return [...now].flatMap(([id, { title, alive }]): Impact[] => {
    const were = old.get(id)?.alive;
    if (were === undefined) return [];
    const lost = [...were].flatMap(([channel, name]) => (alive.has(channel) ? [] : [name]));
    const won = [...alive].flatMap(([channel, name]) => (were.has(channel) ? [] : [name]));
    return [
      ...lost.map((name) => ({
        kind: 'channel' as const,
        better: false,
        summary: t('In "{0}" you can’t use {1} any more', title, name),
      })),
      ...won.map((name) => ({
        kind: 'channel' as const,
        better: true,
        summary: t('In "{0}" you can use {1} now', title, name),
      })),
    ];
  });
}

/** Held before, and what stands there now was never approved. Each with whose it is, and to what. */
function approvals(
  before: Playbook,
  after: Playbook,
  renames: Renames,
  t: Translate,
): readonly { readonly approval: string; readonly impact: Impact }[] {
  const held = (playbook: Playbook, names: Renames) =>
    new Map(
      playbook.approvals.flatMap((approval) =>
        approvalState(approval, playbook) === 'valid' ? [[approvalKey(approval, names), approval] as const] : [],
      ),
    );
  const [old, now] = [held(before, renames), held(after, new Map())];
  const who = (by: string | undefined, playbook: Playbook) => playbook.people.get(by ?? '')?.name?.value ?? by ?? '?';
  const news = (one: typeof old, other: typeof old, say: (approval: Approval) => Omit<Impact, 'kind'>) =>
    [...one].flatMap(([key, approval]) =>
      other.has(key) ? [] : [{ approval: key, impact: { kind: 'approval' as const, ...say(approval) } }],
    );
  return [
    ...news(old, now, ({ of, by }) => ({
      better: false,
      summary: t('{1}’s approval of "{0}" does not hold any more', of?.value ?? '', who(by?.id, before)),
    })),
    ...news(now, old, ({ of, by }) => ({
      better: true,
      summary: t('{1} has approved "{0}"', of?.value ?? '', who(by?.id, after)),
    })),
  ];
}

/** What was approved, and by whom. */
function approvalKey({ of, target, by }: Approval, renames: Renames): string {
  const [section = '', id = ''] = [target?.section, target?.id];
  const what = target === undefined ? of?.value : `${section}.${idNow({ section, id }, renames)}`;
  return `${what}\n${by && idNow({ section: 'people', id: by.id }, renames)}`;
}

/**
 * Findings are the same where their rule and their place are: words that only count otherwise, and lines that move, say
 * nothing. How bad it is counts where both versions are judged alike.
 * An approval that does not hold any more is told as that: `told`.
 */
function findings(
  before: Checked,
  after: Checked,
  renames: Renames,
  told: ReadonlySet<string>,
  t: Translate,
): readonly Impact[] {
  const areAlike = before.playbook.status === after.playbook.status;
  const byPlace = ({ playbook, findings: list }: Checked, names: Renames) => {
    const placeOf = placesIn(playbook, names);
    const found = new Map<string, Finding[]>();
    const isTold = ({ rule, span: { start } }: Finding) =>
      rule === 'approval-stale' &&
      playbook.approvals.some(
        (approval) =>
          approval.span.start <= start && start <= approval.span.end && told.has(approvalKey(approval, names)),
      );
    for (const finding of list) {
      if (isTold(finding)) continue;
      const key = [finding.rule, areAlike ? finding.severity : '', placeOf(finding)].join('\n');
      found.set(key, [...(found.get(key) ?? []), finding]);
    }
    return found;
  };
  const [old, now] = [byPlace(before, renames), byPlace(after, new Map())];
  // Of several at one place those are news that say something else.
  const more = (one: typeof old, other: typeof old) =>
    [...one].flatMap(([key, list]) => {
      const known = new Map<string, number>();
      for (const { message } of other.get(key) ?? []) known.set(message, (known.get(message) ?? 0) + 1);
      const others = list.filter(({ message }) => {
        const times = known.get(message) ?? 0;
        known.set(message, times - 1);
        return times <= 0;
      });
      return others.slice(0, Math.max(0, list.length - (other.get(key)?.length ?? 0)));
    });
  return [
    ...more(now, old).map(({ rule, message }) => ({
      kind: 'finding' as const,
      better: false,
      summary: t('New problem: {0} ({1})', message, rule),
    })),
    ...more(old, now).map(({ rule, message }) => ({
      kind: 'finding' as const,
      better: true,
      summary: t('Solved: {0} ({1})', message, rule),
    })),
  ];
}

/** Where a finding is, by names as they are after the renames; what another file brings has no place but its words. */
function placesIn(playbook: Playbook, renames: Renames): (finding: Finding) => string {
  const units = unitsOf(playbook);
  return ({ span, message }) => {
    if (span.file !== undefined) return `${span.file}\n${message}`;
    // Steps and texts follow what holds them.
    const unit = units.findLast((one) => one.span.start <= span.start && span.start <= one.span.end);
    if (unit === undefined) return '';
    return `${unit.section}\n${idNow(unit, renames)}\n${pathIn(unit, span.start, playbook, renames)}`;
  };
}
