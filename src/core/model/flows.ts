import { toNfc } from '../text/nfc';
import type { YamlEntry } from '../yaml/tree';
import { entryBase, type Fields, type FileReader, type Mutable } from './fields';
import { type Exit, type Flow, phases, type SeverityClass, type Step, stepKinds } from './playbook';

export function readFlow(reader: FileReader, entry: YamlEntry): Flow {
  const { fields, base } = entryBase(reader, entry, 'flows');
  const steps = new Map<string, Step>();
  const flow: Mutable<Flow> = { trigger: fields.text('trigger'), start: undefined, steps, ...base };
  for (const step of fields.entries('steps')) {
    const read = readStep(reader, step, flow);
    steps.set(read.id, read);
  }
  flow.startReference = fields.reference('start', 'steps', flow);
  // A start that is misspelt is one mistake; without any start nothing could be said about the flow.
  flow.start = steps.get(flow.startReference?.id ?? '') ?? steps.values().next().value;
  return flow;
}

function readStep(reader: FileReader, entry: YamlEntry, flow: Flow): Step {
  const { fields, base } = entryBase(reader, entry, 'steps');
  const kind = fields.oneOf('kind', stepKinds);
  const takes = fields.duration('takes');
  const exits: Exit[] = [];
  const exit = (via: 'then' | 'no_ack' | 'on_upgrade') => {
    const key = fields.keys.get(via);
    const to = fields.reference<Step>(via, 'steps', flow);
    if (key !== undefined && to !== undefined) exits.push({ via, keySpan: key, to });
  };
  const common = {
    flow,
    kindSpan: kind?.span ?? base.idSpan,
    phase: fields.oneOf('phase', phases),
    by: fields.reference('by', 'roles') as Step['by'],
    takes: takes?.value ?? 0,
    takesSpan: takes?.span,
    automation: fields.oneOf('automation', ['allowed', 'human-only']),
    note: fields.text('note'),
    exits,
    ...base,
  };
  switch (kind?.value) {
    case 'gather':
      exit('then');
      return { kind: 'gather', collect: fields.references('collect', 'checklist'), ...common };
    case 'classify': {
      const cases = new Map(
        branches(fields, 'cases', 'case', flow).map(({ key, exit: way }) => {
          if (way !== undefined) exits.push(way);
          return [
            toNfc(key.text),
            { severity: reader.reference<SeverityClass>(key, 'severities'), exit: way },
          ] as const;
        }),
      );
      return { kind: 'classify', cases, ...common };
    }
    case 'ask': {
      const answers = new Map<string, Exit>();
      for (const { exit: way } of branches(fields, 'answers', 'answer', flow)) {
        if (way?.value === undefined) continue;
        exits.push(way);
        answers.set(way.value, way);
      }
      return {
        kind: 'ask',
        fact: fields.reference('fact', 'checklist'),
        question: fields.text('question'),
        answers,
        ...common,
      };
    }
    case 'do':
      exit('then');
      return { kind: 'do', task: fields.text('task'), ...common };
    case 'escalate':
      exit('then');
      exit('no_ack');
      return {
        kind: 'escalate',
        to: fields.references('to', 'roles'),
        via: fields.references('via', 'channels'),
        ackWithin: fields.duration('ack_within')?.value ?? 0,
        ...common,
      };
    case 'announce': {
      exit('then');
      // A list of one may be written with brackets or without.
      const named = fields.scalars('channels');
      const all = named.length === 1 && named[0]?.text === 'announced';
      const channels = all
        ? 'announced'
        : fields.has('channels')
          ? fields.references('channels', 'channels')
          : undefined;
      return { kind: 'announce', message: fields.reference('message', 'messages'), channels, ...common } as Step;
    }
    case 'sorry-page':
      exit('then');
      return { kind: 'sorry-page', action: fields.oneOf('action', ['show', 'hide'])?.value, ...common };
    case 'wait':
      exit('then');
      exit('on_upgrade');
      return { kind: 'wait', every: fields.duration('every')?.value ?? 'update_every', ...common };
    case 'call':
      exit('then');
      return { kind: 'call', calls: fields.reference('flow', 'flows'), ...common };
    case 'end':
      return {
        kind: 'end',
        outcome: fields.oneOf('outcome', ['resolved', 'not-announced', 'handed-over'])?.value,
        ...common,
      };
    case undefined:
      exit('then');
      exit('no_ack');
      exit('on_upgrade');
      for (const name of ['answers', 'cases'] as const) {
        for (const { exit: way } of branches(fields, name, name === 'answers' ? 'answer' : 'case', flow))
          if (way !== undefined) exits.push(way);
      }
      readAnyReferences(fields);
      return { kind: 'unknown', ...common };
  }
}

/** What a step names is used, and can be gone to, also while its kind is misspelt or not written yet. */
function readAnyReferences(fields: Fields): void {
  fields.references('collect', 'checklist');
  fields.reference('fact', 'checklist');
  fields.reference('message', 'messages');
  fields.reference('flow', 'flows');
  fields.references('to', 'roles');
  fields.references('via', 'channels');
  if (fields.scalar('channels')?.text !== 'announced') fields.references('channels', 'channels');
}

/** The map of values to steps below `answers` or `cases`; a value without a step has no exit. */
function branches(fields: Fields, name: string, via: 'answer' | 'case', flow: Flow) {
  return fields.entries(name).map(({ key, value }) => {
    const isWritten = value.kind === 'scalar' && value.style !== 'missing';
    const exit: Exit | undefined = isWritten
      ? {
          via,
          value: toNfc(key.text),
          keySpan: fields.reader.span(key.span),
          to: fields.reader.reference<Step>(value, 'steps', flow),
        }
      : undefined;
    return { key, exit };
  });
}
