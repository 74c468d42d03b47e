import { describeEntry } from '../../core/schema/describe';
import type { Shape } from '../../core/schema/shape';
import { resolved } from '../../core/schema/shape';
import { type BlockName, blockLines, escapeSnippet } from '../../core/template/blocks';
import { idsOf } from '../insert';
import type { Caret } from './caret';
import { type Choice, CompletionItemKind } from './choice';
import { keySnippet } from './keyChoices';
import { entriesOf, type Scene } from './scene';
import { factValues } from './valueChoices';

const formsOf: Readonly<Record<string, readonly BlockName[]>> = {
  people: ['person'],
  roles: ['role'],
  channels: ['channel'],
  checklist: ['question'],
  severities: ['severity'],
  scenarios: ['scenario'],
  steps: ['do', 'gather', 'ask', 'escalate', 'announce', 'wait', 'end'],
  messages: ['message'],
};

/** The entries that a map of the author's own names may have: those whose names are known, and new ones to fill in. */
export function entryChoices(caret: Caret, scene: Scene, shape: Shape): readonly Choice[] {
  const value = typeof shape.additionalProperties === 'object' ? resolved(shape.additionalProperties) : {};
  const named = knownKeys(shape['x-keys'], caret, scene);
  if (named !== undefined) {
    const taken = caret.keys(caret.path.length);
    return named
      .filter(({ name }) => !taken.has(name))
      .map((choice) => ({ ...choice, ...keySnippet(choice.name, value, caret, scene) }));
  }
  if (caret.inline || caret.colon) return [];
  const forms = formsOf[String(caret.path.at(-1))];
  return forms === undefined ? plainForm(caret, scene, value) : forms.map((name) => toForm(name, caret, scene));
}

function knownKeys(section: string | undefined, caret: Caret, scene: Scene): readonly Choice[] | undefined {
  if (section === undefined) return undefined;
  if (section === 'answers') {
    const fact = scene.document.playbook.checklist.get(caret.keys(caret.path.length - 1).get('fact') ?? '');
    return fact === undefined ? [] : factValues(fact, scene);
  }
  return entriesOf(section, caret, scene).map(({ entry, about }) => ({
    name: entry.id,
    title: entry.title?.value ?? entry.id,
    kind: CompletionItemKind.Reference,
    about,
  }));
}

function toForm(name: BlockName, caret: Caret, scene: Scene): Choice {
  const { document } = scene;
  const lines = blockLines(name, document.playbook.locale.startsWith('ja') ? 'ja' : 'en', idsOf(document));
  const kind = caret.path.at(-1) === 'steps' ? name : undefined;
  const about = describeEntry([...caret.path, 'new'], document.locale, kind);
  return {
    name,
    title: document.t(
      'New: {0}',
      kind === undefined ? titleOf(name, document.t) : about?.title === 'new' ? name : (about?.title ?? name),
    ),
    snippet: indented(lines, caret, scene),
    description: about?.description ?? '',
    kind: CompletionItemKind.Snippet,
    isForm: true,
  };
}

function titleOf(name: BlockName, t: Scene['document']['t']): string {
  switch (name) {
    case 'person':
      return t('Person');
    case 'role':
      return t('Role');
    case 'channel':
      return t('Channel');
    case 'question':
      return t('Question');
    case 'severity':
      return t('Severity');
    case 'scenario':
      return t('Scenario');
    case 'message':
      return t('Message');
    default:
      return name;
  }
}

/** Where there is no form of its own: the keys that an entry must have, or its first one. */
function plainForm(caret: Caret, scene: Scene, value: Shape): readonly Choice[] {
  const keys = value.required ?? Object.keys(value.properties ?? {}).slice(0, 1);
  if (keys.length === 0) return [];
  const { t } = scene.document;
  const lines = [`\${1:${t('a_name')}}:`, ...keys.map((key, at) => `  ${escapeSnippet(key)}: $${at + 2}`)];
  const section = String(caret.path.at(-1));
  return [
    {
      name: section,
      title: t('New: {0}', section),
      snippet: indented(lines, caret, scene),
      kind: CompletionItemKind.Snippet,
      isForm: true,
    },
  ];
}

/** Lines in steps of two spaces, in the steps of the file. */
function indented(lines: readonly string[], { indent }: Caret, { step }: Scene): string {
  const own = ' '.repeat(indent);
  return lines
    .map((line, at) => {
      const spaces = /^ */.exec(line)?.[0].length ?? 0;
      return (at === 0 ? '' : own) + ' '.repeat((spaces / 2) * step) + line.slice(spaces);
    })
    .join('\n');
}
