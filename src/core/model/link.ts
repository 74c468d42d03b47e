import { toNfc } from '../text/nfc';
import type { Span } from '../text/span';
import { spanInScalar } from '../yaml/scalarSpan';
import type { Fields, FileReader, Mutable } from './fields';
import { parseFormula } from './formula';
import { settleParts } from './messages';
import type {
  Brand,
  Campaign,
  Channel,
  ChecklistItem,
  Choice,
  Entry,
  Expression,
  Fact,
  Flow,
  Impact,
  Kind,
  Message,
  PlaceholderTarget,
  Policy,
  Reference,
  ScenarioFact,
  Section,
  SectionName,
  Step,
  Variant,
} from './playbook';
import type { AuthorPlaceholder } from './texts';

export type Sections = { readonly [name in SectionName]: Section<Entry> };

/** Where an id is looked up. An expression's fact may be a checklist or an impact entry. */
export function findTarget({ id, section, scope }: Reference, sections: Sections): Entry | undefined {
  switch (section) {
    case 'steps':
      return (scope as Flow | undefined)?.steps.get(id);
    case 'variants':
      return (scope as Message | undefined)?.variants.get(id);
    case 'choices':
      return (scope as ChecklistItem | undefined)?.choices.get(id);
    default:
      return sections[section].get(id);
  }
}

export function linkReference(reference: Mutable<Reference>, sections: Sections, mayBeImpact: boolean): void {
  reference.target = findTarget(reference, sections) ?? (mayBeImpact ? sections.impact.get(reference.id) : undefined);
}

export function linkPlaceholder(
  placeholder: AuthorPlaceholder,
  sections: Sections,
  brand: Brand,
  policy: Policy,
): void {
  placeholder.target = placeholderTarget(placeholder.name, sections, brand, policy);
}

function placeholderTarget(
  name: string,
  sections: Sections,
  brand: Brand,
  policy: Policy,
): PlaceholderTarget | undefined {
  switch (name) {
    case 'posted_at':
    case 'next_update_at':
      return { kind: 'time', name };
    case 'brand.we':
      return { kind: 'built-in', name, ...(brand.we && { text: brand.we }) };
    case 'brand.signature':
      return { kind: 'built-in', name, ...(brand.signature && { text: brand.signature }) };
    case 'policy.third_party_phrase':
      return { kind: 'built-in', name, ...(policy.thirdPartyPhrase && { text: policy.thirdPartyPhrase }) };
    case 'scenario.title':
      return { kind: 'built-in', name };
  }
  const find = <K extends Kind & SectionName>(section: K) => sections[section].get(name) as never;
  const variable = sections.variables.get(name);
  if (variable !== undefined) return { kind: 'variable', entry: find('variables') };
  if (sections.checklist.has(name)) return { kind: 'checklist', entry: find('checklist') };
  if (sections.impact.has(name)) return { kind: 'impact', entry: find('impact') };
  return undefined;
}

/** The value of a fact that is a choice refers to one of its choices. Where it does, says so in `holder`. */
export function linkChoice(
  holder: Mutable<Pick<Expression | ScenarioFact, 'fact' | 'choice'>>,
  { value, valueSpan, span }: { value: string | number; valueSpan?: Span; span: Span },
): Reference<Choice> | undefined {
  const fact: Fact | undefined = holder.fact.target;
  if (fact?.section !== 'checklist' || fact.type !== 'choice') return undefined;
  const id = toNfc(String(value));
  holder.choice = { id, span: valueSpan ?? span, section: 'choices', scope: fact, target: fact.choices.get(id) };
  return holder.choice;
}

/** The answers that are choices of the fact refer to them; what no choice is, is told by `answer-missing`. */
export function linkAnswers(step: Step): readonly Reference<Choice>[] {
  const fact = step.kind === 'ask' ? step.fact?.target : undefined;
  if (step.kind !== 'ask' || fact?.type !== 'choice') return [];
  return [...step.answers].flatMap(([id, { keySpan }]) => {
    const target = fact.choices.get(id);
    return target === undefined ? [] : [{ id, span: keySpan, section: 'choices' as const, scope: fact, target }];
  });
}

/** Somebody outside hears it: an audience is not internal; without any, all but Slack and Teams are for outside. */
export function settleChannel(channel: Mutable<Channel>, playbookLocale: string, ownLocales: readonly string[]): void {
  const audiences = channel.audiences.flatMap(({ target }) => (target === undefined ? [] : [target]));
  channel.external =
    audiences.length > 0
      ? audiences.some(({ internal }) => !internal)
      : channel.type !== 'slack' && channel.type !== 'teams';
  channel.locales = ownLocales.length > 0 ? ownLocales : [playbookLocale];
}

export function settleMessage(message: Mutable<Message>, playbookLocale: string): void {
  if (message.locale === '') message.locale = playbookLocale;
  // All are worked out before any is changed: a sibling's parts are inherited as they were written.
  const settled = [...message.variants.values()].map((variant) => ({ variant, ...settleParts(variant) }));
  for (const { variant, own, parts } of settled) Object.assign(variant as Mutable<Variant>, { own, parts });
}

/** Reads the formula of an impact entry; its names are baseline keys first, then checklist facts. */
export function settleImpact(
  impact: Mutable<Impact>,
  fields: Fields,
  reader: FileReader,
  campaign: Campaign | undefined,
): void {
  const scalar = fields.scalar('formula');
  if (scalar === undefined) return;
  const place = (from: number, to: number) => spanInScalar(reader.document.text, scalar, from, to);
  impact.expression = parseFormula(scalar.text, {
    baseline: campaign?.baseline ?? new Map(),
    fact: (id, from, to) => reader.referenceTo<ChecklistItem>(id, place(from, to), 'checklist'),
    spanOf: (from, to) => reader.span(place(from, to)),
  });
}
