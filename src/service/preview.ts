import type { LayoutEngine } from '../core/draw/layout';
import type { Order } from '../core/draw/place';
import { phaseWords } from '../core/draw/words';
import { type Entry, type Playbook, phases } from '../core/model/playbook';
import { buildPages } from '../core/pages/preview';
import type { Choice, Preview, PreviewParams, Source } from '../protocol/preview';
import type { CheckedDocument } from './checkedDocument';
import { statusTitle } from './statusTitle';

/** The picture of the version before, as far as the next one needs it. */
export interface PreviewMemory {
  readonly orders: ReadonlyMap<string, Order>;
}

export interface ProvidedPreview {
  readonly preview: Preview;
  readonly memory: PreviewMemory | undefined;
}

/** What the preview page shows. A file that can't be read has no pages: the page keeps those it has. */
export function providePreview(
  document: CheckedDocument,
  engine: LayoutEngine,
  memory?: PreviewMemory,
  { wish, mostBoxes, tabs, partial }: Omit<PreviewParams, 'uri'> = {},
): ProvidedPreview {
  const { playbook, findings, lines, t } = document;
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const head = {
    uri: document.uri,
    version: document.version,
    uiLocale: document.locale,
    locale: playbook.locale,
    title: playbook.title?.value ?? playbook.id,
    status: playbook.status,
    statusTitle: statusTitle(playbook, t),
    counts: { errors: count('error'), warnings: count('warning'), infos: count('info') },
  };
  const picture = playbook.sorryPage?.visual?.asset?.value.trim();
  const none = { sources: [], scenarios: [], severities: [] };
  const [problem] = findings;
  const build = () =>
    buildPages({
      ...document,
      engine,
      orders: memory?.orders,
      wish,
      ...(mostBoxes !== undefined && { mostBoxes }),
      ...(tabs !== undefined && { only: tabs }),
    });
  if (document.broken && problem !== undefined) {
    // Of a file with nothing in it that can be read, pages would ask for what may be there.
    const hasParts = playbook.flows.size > 0 || playbook.messages.size > 0;
    return {
      preview: {
        ...head,
        broken: { message: problem.message, line: lines.position(problem.span.start).line },
        ...none,
        ...(partial === true && hasParts && { partial: build().pages }),
      },
      memory,
    };
  }
  const { pages, folded, orders } = build();
  const words = phaseWords(t);
  return {
    preview: {
      ...head,
      tabs: pages,
      sources: sourcesOf(document),
      ...(picture !== undefined && picture !== '' && { picture }),
      scenarios: choices(playbook.scenarios),
      severities: choices(new Map([...playbook.severities].filter(([, { announce }]) => announce))),
      ...(folded !== undefined && {
        phases: phasesOf(playbook).map((phase) => ({ id: phase, title: words[phase], folded: folded.has(phase) })),
      }),
    },
    memory: { orders },
  };
}

const choices = (section: ReadonlyMap<string, Entry>): readonly Choice[] =>
  [...section.values()].map(({ id, title }) => ({ id, title: title?.value ?? id }));

/** Those that some step names, in the order of the language. */
function phasesOf({ flows }: Playbook) {
  const named = new Set(
    [...flows.values()].flatMap(({ steps }) => [...steps.values()].map(({ phase }) => phase?.value)),
  );
  return phases.filter((phase) => named.has(phase));
}

/** Everything on show that has a place in this file. */
function sourcesOf({ playbook }: CheckedDocument): readonly Source[] {
  const sources: Source[] = [];
  const add = (id: string, { idSpan, span }: Pick<Entry, 'idSpan' | 'span'>) => {
    if (idSpan.file === undefined) sources.push({ id, key: [idSpan.start, idSpan.end], entry: [span.start, span.end] });
  };
  for (const flow of playbook.flows.values()) {
    add(`flows.${flow.id}`, flow);
    for (const step of flow.steps.values()) add(`flows.${flow.id}.steps.${step.id}`, step);
  }
  for (const message of playbook.messages.values()) {
    add(`messages.${message.id}`, message);
    for (const variant of message.variants.values()) add(`messages.${message.id}.variants.${variant.id}`, variant);
  }
  for (const section of ['channels', 'scenarios', 'severities', 'checklist', 'impact'] as const)
    for (const entry of playbook[section].values()) add(`${section}.${entry.id}`, entry);
  const page = playbook.sorryPage;
  if (page !== undefined) add('sorry_page', { idSpan: page.keySpan, span: page.span });
  return sources;
}
