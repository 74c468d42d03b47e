import type { Text } from '../../../../src/core/model/playbook';
import { addBehind, addItem, at, bodies, isHere, type Mutation, openBody, replaceValue, say } from './sample';

const noTitle = 'it has no title';
const noBody = 'it has no message of its own language about open trouble';

export const fileMutations: readonly Mutation[] = [
  {
    rule: 'yaml-syntax',
    what: 'begins the title with @',
    edit(sample) {
      const title = at(sample, 'title');
      return title ? { edits: [replaceValue(title, '@home')], at: [title.value.span.start] } : noTitle;
    },
  },
  {
    rule: 'yaml-syntax',
    what: 'opens a quote in the title and never closes it',
    edit(sample) {
      const title = at(sample, 'title');
      return title ? { edits: [replaceValue(title, '"home')], at: [title.value.span.start] } : noTitle;
    },
  },
  {
    rule: 'fullwidth-structure',
    what: 'writes a full-width colon behind the title',
    edit(sample) {
      const title = at(sample, 'title');
      if (title === undefined) return noTitle;
      return {
        edits: [{ span: { start: title.key.span.end, end: title.value.span.start }, text: '：' }],
        at: [title.key.span.start],
      };
    },
  },
  {
    rule: 'lossy-scalar',
    what: 'writes a telephone number as title',
    edit(sample) {
      const title = at(sample, 'title');
      return title ? { edits: [replaceValue(title, '0120123456')], at: [title.value.span.start] } : noTitle;
    },
  },
  {
    rule: 'folded-japanese',
    what: 'writes > in place of |',
    edit(sample) {
      const letter = '[\\u3040-\\u30ff\\u3400-\\u9fff。、]';
      const lines = new RegExp(`${letter}\\n${letter}`);
      const text = sample.playbook.texts.find(
        ({ scalar, value, span }) => isHere(span) && scalar.style === 'literal' && lines.test(value),
      );
      if (text === undefined) return 'no text of it has two Japanese lines that follow each other';
      const { start } = text.scalar.span;
      return { edits: [{ span: { start, end: start + 1 }, text: '>' }], at: [start] };
    },
  },
  {
    rule: 'schema',
    what: 'misspells the key of the title',
    edit(sample) {
      const title = at(sample, 'title');
      return title ? { edits: [{ span: title.key.span, text: 'titel' }], at: [title.key.span.start] } : noTitle;
    },
  },
  {
    rule: 'schema',
    what: 'gives the first class a duration that is none',
    edit({ playbook }) {
      const promise = [...playbook.severities.values()].flatMap(({ firstNoticeWithin }) => firstNoticeWithin ?? [])[0];
      if (promise === undefined) return 'no class promises a first notice';
      return { edits: [{ span: promise.span, text: 'soon' }], at: [promise.span.start] };
    },
  },
  {
    rule: 'duplicate-key',
    what: 'writes the title twice',
    edit(sample) {
      const title = at(sample, 'title');
      if (title === undefined) return noTitle;
      return { edits: [addBehind(sample, title, { key: 'title', value: 'Again' })], at: ['title: Again'] };
    },
  },
  ...(
    ['people', 'roles', 'channels', 'checklist', 'messages', 'steps', 'systems', 'severities', 'audiences'] as const
  ).flatMap((section): readonly Mutation[] => [
    {
      rule: 'unknown-reference',
      what: `names one of ${section} that is not there`,
      edit({ playbook, text }) {
        const reference = playbook.references.find(
          (one) => one.section === section && isHere(one.span) && text.slice(one.span.start, one.span.end) === one.id,
        );
        if (reference === undefined) return `it refers to none of ${section}`;
        return { edits: [{ span: reference.span, text: 'nowhere_at_all' }], at: [reference.span.start] };
      },
    },
    {
      rule: 'unknown-reference',
      what: `misspells one of ${section}`,
      edit({ playbook, text }) {
        const reference = playbook.references.find(
          (one) =>
            one.section === section &&
            isHere(one.span) &&
            one.id.length > 4 &&
            text.slice(one.span.start, one.span.end) === one.id,
        );
        if (reference === undefined) return `it refers to none of ${section} by a long name`;
        return { edits: [{ span: reference.span, text: `${reference.id}x` }], at: [reference.span.start] };
      },
    },
  ]),
  {
    rule: 'unused-definition',
    what: 'adds a question that nobody asks',
    edit(sample) {
      const last = sectionEnd(sample, 'checklist');
      if (last === undefined) return 'its questions are in another file';
      const asked = { key: 'spare_question', value: '{ ask: "What else?", type: text }' };
      return { edits: [addBehind(sample, last, asked)], at: ['spare_question'] };
    },
  },
  {
    rule: 'undefined-variable',
    what: 'misspells the time in a message',
    edit(sample) {
      const found = placeholder(openBody(sample), 'posted_at');
      if (found === undefined) return noBody;
      return { edits: [{ span: found.nameSpan, text: 'postd_at' }], at: [found.nameSpan.start] };
    },
  },
  {
    rule: 'variable-not-known-yet',
    what: 'says in the first notice what is only found out later',
    edit(sample) {
      const { playbook, runs } = sample.checked;
      const first = bodies(sample).find(({ variant }) => variant.message.stage?.value === 'investigating');
      const steps = [...playbook.flows.values()].flatMap((flow) => [...flow.steps.values()]);
      const step = steps.find(
        (one) =>
          one.kind === 'announce' && one.message?.target !== undefined && one.message.target === first?.variant.message,
      );
      if (first === undefined || step === undefined) return noBody;
      const known = runs.knownBefore(step);
      const later = [...playbook.checklist.values()].find(
        (item) =>
          item.type === 'text' &&
          !known.has(item) &&
          item.default === undefined &&
          !item.optional &&
          item.core === undefined,
      );
      if (later === undefined) return 'all that it finds out is known at the first notice';
      return { edits: [say(first.text, `{{${later.id}}}`, sample.words)], at: [`{{${later.id}}}`] };
    },
  },
  {
    rule: 'variable-not-known-yet',
    what: 'no longer gathers what a message says',
    edit(sample) {
      const { playbook } = sample;
      const steps = [...playbook.flows.values()].flatMap((flow) => [...flow.steps.values()]);
      const gathers = steps.filter((step) => step.kind === 'gather');
      for (const gather of gathers) {
        for (const { id, target, span } of gather.collect) {
          if (
            target === undefined ||
            target.type !== 'text' ||
            target.optional ||
            target.core !== undefined ||
            !isHere(span)
          )
            continue;
          if (gathers.filter(({ collect }) => collect.some((one) => one.target === target)).length > 1) continue;
          const entry = at(sample, 'flows', gather.flow.id, 'steps', gather.id, 'collect');
          const said = playbook.texts.flatMap(({ placeholders }) => placeholders.filter(({ name }) => name === id));
          if (entry?.value.kind !== 'list' || entry.value.items.length < 2 || said.length === 0) continue;
          const kept = gather.collect.filter((one) => one.target !== target).map((one) => one.id);
          return {
            edits: [replaceValue(entry, `[${kept.join(', ')}]`)],
            at: said.map((one) => one.span.start),
            count: said.length,
          };
        }
      }
      return 'no message says a text that one step gathers along with others';
    },
  },
  {
    rule: 'placeholder-left',
    what: 'leaves a stand-in in the first notice',
    edit(sample) {
      const text = openBody(sample) ?? bodies(sample)[0]?.text;
      if (text === undefined) return noBody;
      return {
        edits: [say(text, sample.words === 'ja' ? '〇〇までお願いします。' : 'Call TODO.', sample.words)],
        at: [sample.words === 'ja' ? '〇〇' : 'TODO'],
      };
    },
  },
  {
    rule: 'uses-cycle',
    what: 'uses itself',
    edit(sample) {
      const own = sample.file.slice(sample.file.lastIndexOf('/') + 1);
      const uses = at(sample, 'uses');
      const title = at(sample, 'title');
      const edit = uses
        ? addItem(uses, own, sample.text)
        : title && addBehind(sample, title, { key: 'uses', value: `[${own}]` });
      return edit ? { edits: [edit], at: ['uses:'] } : noTitle;
    },
  },
  {
    rule: 'ignore-without-reason',
    what: 'silences a rule without a reason',
    edit(sample) {
      const title = at(sample, 'title');
      if (title === undefined) return noTitle;
      const end = sample.text.indexOf('\n', title.value.span.end);
      return {
        edits: [{ span: { start: end, end }, text: ' # playbook-ignore jargon' }],
        at: [title.value.span.start],
      };
    },
  },
  {
    rule: 'unused-ignore',
    what: 'silences a rule that has nothing to say',
    edit(sample) {
      const title = at(sample, 'title');
      if (title === undefined) return noTitle;
      const end = sample.text.indexOf('\n', title.value.span.end);
      return {
        edits: [{ span: { start: end, end }, text: ' # playbook-ignore jargon -- we say so' }],
        at: [title.value.span.start],
      };
    },
  },
];

function placeholder(text: Text | undefined, name: string) {
  return text?.placeholders.find((one) => one.name === name);
}

function sectionEnd(sample: Parameters<typeof at>[0], section: string) {
  const map = at(sample, section)?.value;
  return map?.kind === 'map' ? map.entries.at(-1) : undefined;
}
