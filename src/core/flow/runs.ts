import type {
  AnnounceStep,
  Channel,
  EndStep,
  Fact,
  Flow,
  Playbook,
  Scenario,
  SeverityClass,
  Step,
  WaitStep,
} from '../model/playbook';
import type { Posts } from './posts';
import type { Repeat } from './repeats';
import type { Unadvised } from './unadvised';
import type { Untold } from './untold';

/** One walk from a start, in order. Steps of a called flow stand between their `call` and what follows it. */
export type Path = readonly Step[];

export interface Worst {
  /** Infinity where a loop is on the way: it can be endless. */
  readonly seconds: number;
  readonly path: Path;
  /** Seconds that each step of the path adds, in the order of the path. */
  readonly costs: readonly number[];
  /** The step of the path that adds most; undefined where none adds any. */
  readonly slowest: Step | undefined;
}

/** Who is owed the all-clear at an end of a run. */
export interface Owed {
  readonly end: EndStep;
  readonly channels: readonly Channel[];
  readonly path: Path;
  /** The last `announce` of a `resolved` or `postmortem` message on the path. */
  readonly lastAllClear: AnnounceStep | undefined;
  /** They were told of trouble behind that all-clear, so it could not have settled it. */
  readonly toldAfter: boolean;
}

/** An announcement as one kind of run makes it. */
export interface Sending {
  readonly step: AnnounceStep;
  /** Undefined before any `classify`. */
  readonly severity: SeverityClass | undefined;
  readonly channels: readonly Channel[];
}

/** Answers to questions over the one run model (language, "Meaning"). Each is computed when first asked and then kept. */
export interface Runs {
  readonly playbook: Playbook;
  /** Set where the runs are those of one scenario. */
  readonly scenario: Scenario | undefined;
  /** Where runs begin: the first flow and those that scenarios name; of a scenario, its own. */
  readonly starts: readonly Flow[];

  /** The same questions over the runs of one scenario. */
  in(scenario: Scenario): Runs;

  /** On some path. */
  isReachable(step: Step): boolean;
  /** Some path from here comes to an `end` step. */
  canEnd(step: Step): boolean;
  /** Cycles with no `wait` on them, also through calls; each from its first step in the file, every cycle's steps once. */
  loopsWithoutWait(): readonly Path[];

  /** Some run goes from one step straight to the other; from a `call`, when what it calls has come to an end. */
  goes(from: Step, to: Step): boolean;

  /** Seconds from a start to the end of the step, at worst; undefined where it is never reached. */
  reachedAt(step: Step): Worst | undefined;
  /** Seconds to the end of the step when a run first comes to it, at worst; undefined where a run may wait before that. */
  firstReachedAt(step: Step): number | undefined;
  /** The longest way to the first notice of a run that is in this class when it is sent; undefined where there is none. */
  firstNotice(severity: SeverityClass): Worst | undefined;
  /** Ends that a run in this class comes to without any first notice. */
  endsWithoutNotice(severity: SeverityClass): readonly { readonly end: EndStep; readonly path: Path }[];

  /** Known on every path to the start of the step. */
  knownBefore(step: Step): ReadonlySet<Fact>;
  /** Known on some path to the start of the step. */
  canBeKnownBefore(step: Step): ReadonlySet<Fact>;
  /** A shortest path to the step on which the fact is not known at its start; undefined where there is none. */
  pathWithout(step: Step, fact: Fact): Path | undefined;
  /** Classes that hold at the start of the step on some path; `undefined` stands for "not classified yet". */
  severitiesAt(step: Step): ReadonlySet<SeverityClass | undefined>;
  /** What an `announce` step sends, once for each class it can be reached in. */
  sendings(step: AnnounceStep): readonly Sending[];
  /** Told of trouble on some path to the start of the step, and not yet of its end. */
  owedBefore(step: Step): ReadonlySet<Channel>;
  /** Every end, but those with outcome `handed-over`, at which somebody is still owed the all-clear. */
  owedAtEnds(): readonly Owed[];

  /** Steps that are the first notice of some run, in the order of the file. */
  firstNotices(): readonly AnnounceStep[];
  /** First notices of runs in which nobody inside was called by an `escalate` before; each step once. */
  noticesAlone(): readonly { readonly step: AnnounceStep; readonly path: Path }[];
  /** Waits that some run comes to before customers heard anything, outside classes that are not announced. */
  waitsBeforeNotice(): readonly { readonly step: WaitStep; readonly path: Path }[];
  /** Ends in the class before which somebody of its `escalate_to` was not told, see `Untold`. */
  untoldAtEnds(severity: SeverityClass): readonly Untold[];
  /** The most posts that a run makes on the channel, each step once in each class. */
  mostPosts(channel: Channel): Posts;
  /** What goes out on the channels twice in one class. */
  repeats(channels: readonly Channel[]): readonly Repeat[];
  /** Announcements outside about personal data with nobody called before. */
  unadvised(): readonly Unadvised[];

  /** Some facts make this the first class that matches, as far as it can be told fact by fact. */
  canBeTaken(severity: SeverityClass): boolean;
}
