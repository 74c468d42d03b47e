import type { CompletionItem } from 'vscode-languageserver-types';
import { entryOf, resolved, type Shape, shapeAt } from '../../core/schema/shape';
import type { Position } from '../../core/text/lineIndex';
import { aboutEntry } from '../aboutEntry';
import type { CheckedDocument } from '../checkedDocument';
import { type Caret, readCaret } from './caret';
import { type Choice, CompletionItemKind, type CompletionOptions, type ItemData, toItem } from './choice';
import { entryChoices } from './formChoices';
import { isList, keyChoices } from './keyChoices';
import { entryAt, indentStep, type Scene } from './scene';
import { expressionChoices, formulaChoices } from './sumChoices';
import { commentChoices, placeholderChoices } from './textChoices';
import { valueChoices } from './valueChoices';

export interface CompletionInput {
  readonly position: Position;
  readonly options: CompletionOptions;
  /** The sign whose typing asked, where no person did. */
  readonly sign?: string;
  /** Other playbooks, as `uses` names them from here. */
  readonly files?: readonly string[];
}

/** A part of the caret's line and what may stand there. */
interface Offer {
  readonly from: number;
  readonly to: number;
  readonly choices: readonly Choice[];
  readonly lead?: string;
  readonly tail?: string;
}

/** What can be written at the caret, with the text that each choice leaves behind. */
export function provideCompletion(document: CheckedDocument, input: CompletionInput): readonly CompletionItem[] {
  const { position, options, sign, files = [] } = input;
  const caret = readCaret(document.lines, position);
  if (caret === undefined) return [];
  const scene: Scene = { document, step: indentStep(document.lines.text), files };
  const offer = offerAt(caret, scene, sign);
  if (offer === undefined) return [];
  const { line } = position;
  const range = { start: { line, character: offer.from }, end: { line, character: offer.to } };
  const { lead = '', tail = '' } = offer;
  const frame = { range, lead, tail, locale: document.locale, options, uri: document.uri };
  return offer.choices.map((choice, place) => toItem(choice, place, frame));
}

/** Whether the caret is where other files are named. */
export function asksForFiles(document: CheckedDocument, position: Position): boolean {
  return readCaret(document.lines, position)?.path[0] === 'uses';
}

/** What an item is about, when somebody looks at it. */
export function describeItem(document: CheckedDocument, item: CompletionItem): CompletionItem {
  const entry = entryAt(document.playbook, (item.data as ItemData | undefined)?.about ?? []);
  return entry === undefined
    ? item
    : { ...item, documentation: { kind: 'markdown', value: aboutEntry(entry, document) } };
}

function offerAt(caret: Caret, scene: Scene, sign: string | undefined): Offer | undefined {
  if (caret.at === 'comment') return commentChoices(caret, scene);
  const kindOf = (depth: number) => caret.keys(depth).get('kind');
  const shape = shapeAt(caret.path, kindOf);
  if (shape === undefined) return undefined;
  if (caret.at === 'text') return isText(shape) ? textOffer(caret, scene, sign) : undefined;
  if (caret.at === 'value') return valueOffer(caret, scene, shape, sign);
  // A space on an empty line is an indent: nobody asks for anything.
  if (sign === ' ' && caret.line.trim() === '') return undefined;
  return slotOffer(caret, scene, shape, sign);
}

/** At the beginning of a line, behind a dash, or in brackets. */
function slotOffer(caret: Caret, scene: Scene, shape: Shape, sign: string | undefined): Offer | undefined {
  const { from, to } = caret;
  if (shape.properties !== undefined || shape.discriminator !== undefined)
    return { from, to, choices: keyChoices(caret, scene, shape) };
  if (typeof shape.additionalProperties === 'object') return { from, to, choices: entryChoices(caret, scene, shape) };
  if (isList(shape) && !caret.inline) {
    const item = resolved(entryOf(shape) ?? {});
    const path = [...caret.path, 0];
    const inner: Caret = {
      ...caret,
      path,
      indent: caret.indent + 2,
      keys: (depth) => (depth > caret.path.length ? new Map() : caret.keys(depth)),
    };
    const offer =
      item.properties === undefined ? valueOffer(inner, scene, item, sign) : slotOffer(inner, scene, item, sign);
    // The line has no dash yet.
    return offer && { ...offer, lead: `- ${offer.lead ?? ''}` };
  }
  return valueOffer(caret, scene, shape, sign);
}

function valueOffer(caret: Caret, scene: Scene, shape: Shape, sign: string | undefined): Offer | undefined {
  const { from, to, line } = caret;
  const typed = line.slice(from, caret.caret);
  const lead = caret.tight ? ' ' : '';
  const type = shape['x-type'] ?? '';
  const partOffer = ({ from: start, choices }: { from: number; choices: readonly Choice[] }): Offer => {
    const end = caret.caret + (/^[\p{L}\p{N}_-]*/u.exec(line.slice(caret.caret, to))?.[0].length ?? 0);
    return { from: from + start, to: end, choices, lead };
  };
  if (type === 'expression' || type === 'expression-list') return partOffer(expressionChoices(typed, caret, scene));
  if (type === 'formula') return partOffer(formulaChoices(typed, scene));
  if (caret.path[0] === 'uses') return { from, to, lead, choices: fileChoices(scene) };
  if (isText(shape)) return textOffer(caret, scene, sign);
  const choices = valueChoices(caret, scene, shape);
  const isRow = caret.at === 'value' && isList(shape) && caret.quote === '';
  if (!isRow) {
    const taken = caret.inline ? takenBeside(caret) : new Set<string>();
    return { from, to, lead, choices: choices.filter(({ name }) => !taken.has(name)) };
  }
  return { from, to, lead: `${lead}[`, tail: ']', choices };
}

/** What the list in brackets has already. */
function takenBeside({ line, from, to }: Caret): ReadonlySet<string> {
  const open = line.lastIndexOf('[', from);
  if (open < 0) return new Set();
  const close = line.indexOf(']', to);
  const before = line.slice(open + 1, from).split(',');
  const behind = line
    .slice(to, close < 0 ? undefined : close)
    .split(',')
    .slice(1);
  return new Set([...before, ...behind].map((word) => word.trim()));
}

function fileChoices({ files }: Scene): readonly Choice[] {
  return files.map((name) => ({ name, kind: CompletionItemKind.File }));
}

const textTypes: ReadonlySet<string> = new Set(['text', 'text-block', 'markdown', 'text-list', 'variant']);

function isText(shape: Shape): boolean {
  return textTypes.has(shape['x-type'] ?? '');
}

/** In words only what is in braces is offered, unless somebody asks. */
function textOffer(caret: Caret, scene: Scene, sign: string | undefined): Offer | undefined {
  if (!takesPlaceholders(caret)) return undefined;
  const isOpen = /\{[^{}]*$/.test(caret.line.slice(0, caret.caret));
  if (sign !== undefined && !isOpen) return undefined;
  return placeholderChoices(caret, scene);
}

/** The places whose text is filled in before anybody reads it. */
function takesPlaceholders({ path: [section, , part] }: Caret): boolean {
  if (section === 'messages') return part === 'variants';
  return section === 'support_script' || section === 'sorry_page';
}
