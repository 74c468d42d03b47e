import type { Owed, Runs } from '../../flow/runs';
import { familiesOf } from '../../model/families';
import type { AnnounceStep, Channel, EndStep } from '../../model/playbook';
import { replaceList } from '../edits';
import type { Fix, Related } from '../finding';
import { isUnclear, sayList, showPath } from '../flowWords';
import type { Rule } from '../rule';

export const allClearMissing: Rule = {
  id: 'all-clear-missing',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'Whoever was told of the trouble is told that it is over.',
  why: 'Customers who heard that it is broken, and never that it works again, stay away.',

  *check({ playbook, runs, t }) {
    const text = playbook.document.text;
    for (const { at, clear, toldAfter, end, channels, path } of gather(runs.owedAtEnds())) {
      const names = sayList(
        channels.map(({ id }) => id),
        t,
      );
      const related: readonly Related[] = showPath(path.slice(0, -1), (_, place) =>
        t('Step {0} of a path on which it is missing', place + 1),
      );
      if (clear === undefined || toldAfter) {
        yield {
          span: clear?.keys.get('channels') ?? at.idSpan,
          message: t(
            'A path ends at "{0}" on which {1} was told of the trouble, and nobody there hears that it is over. Announce a "resolved" message with "channels: announced" before this end.',
            end.id,
            names,
          ),
          related,
        };
        continue;
      }
      yield {
        span: clear.keys.get('channels') ?? clear.idSpan,
        message: t(
          'The all-clear "{0}" does not go to {1}, which heard of the trouble on a path that leads here. Write "channels: announced": it reaches everyone who was told.',
          clear.id,
          names,
        ),
        related,
        fixes: announceToAll(clear, runs, channels, text, t('Tell everyone who was told')),
      };
    }
  },
};

interface Missing {
  readonly at: AnnounceStep | EndStep;
  /** Set where the finding is about the channels of this all-clear. */
  readonly clear: AnnounceStep | undefined;
  /** They were told of trouble again behind it. */
  readonly toldAfter: boolean;
  readonly end: EndStep;
  readonly channels: readonly Channel[];
  readonly path: Owed['path'];
}

/** One for each place: an all-clear that leaves somebody out does so for all the ends behind it. */
function gather(owed: readonly Owed[]): readonly Missing[] {
  const found = new Map<AnnounceStep | EndStep, Missing>();
  for (const { end, channels, path, lastAllClear, toldAfter } of owed) {
    if (isUnclear(path)) continue;
    const clear = lastAllClear?.keys.has('channels') ? lastAllClear : undefined;
    const at = clear ?? end;
    const known = found.get(at);
    const all = [...new Set([...(known?.channels ?? []), ...channels])];
    // What it leaves out comes first: that is the mistake that can be mended at the place.
    if (known === undefined || (known.toldAfter && !toldAfter)) {
      found.set(at, { at, clear, toldAfter, end, channels: all, path });
    } else found.set(at, { ...known, channels: all });
  }
  return [...found.values()];
}

/** `announced` covers whoever was told before; the value is replaced, whatever its form. */
function announceToAll(
  clear: AnnounceStep,
  runs: Runs,
  channels: readonly Channel[],
  text: string,
  title: string,
): readonly Fix[] {
  const key = clear.keys.get('channels');
  const before = runs.owedBefore(clear);
  if (key === undefined || clear.channels === 'announced' || !channels.every((channel) => before.has(channel)))
    return [];
  const edit = replaceList(text, key, clear.channels?.map(({ span }) => span) ?? [], 'announced');
  return edit === undefined ? [] : [{ title, safe: hasWordsFor(clear, channels, runs), edits: [edit] }];
}

/** A final report on one page has no words for a post, and would be missing them there. */
function hasWordsFor({ message }: AnnounceStep, channels: readonly Channel[], { playbook }: Runs): boolean {
  const sent = message?.target === undefined ? [] : familiesOf(playbook)(message.target);
  return channels.every(({ id }) => sent.some(({ variants }) => variants.has(id)));
}
