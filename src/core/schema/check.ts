import type { RuleFinding } from '../lint/rule';
import type { Playbook } from '../model/playbook';
import type { Translate } from '../text/translate';
import { missingFix, replaceFix } from './fixes';
import { type Found, findInPlace, type MeantKeys, meantKeys } from './meantKeys';
import type { Mistake } from './mistakes';
import { firstLine, type Place, Places, spanOf } from './place';
import { repairOf } from './repair';
import { missingSentence, nameSentence, unknownKeySentence, valueSentence } from './sentences';
import { stepKindsWith } from './shape';
import { checkSorryPage, checkTop } from './top';
import { checkValues } from './values';

/** More would help nobody, and a file of megabytes would say nothing else. */
const mostMistakes = 1000;

/**
 * What is wrong with the shape of a playbook, each mistake once, in plain words. In a draft, what is missing or still
 * empty is information.
 */
export function checkSchema(playbook: Playbook, t: Translate): readonly RuleFinding[] {
  const { root } = playbook.document;
  const atTop = checkTop(playbook, t);
  if (atTop !== undefined || root === undefined) return atTop === undefined ? [] : [atTop];
  const places = new Places(root);
  const found = findInPlace(root, places, mostMistakes);
  const context: Context = { playbook, t, places, meant: meantKeys(found, places) };
  const isPageMisspelt = [...(context.meant.get(root)?.values() ?? [])].includes('sorry_page');
  const sorryPage = isPageMisspelt ? undefined : checkSorryPage(playbook, t);
  const shaped = found.flatMap((one) => toFinding(one, context) ?? []);
  return [...shaped, ...(sorryPage ? [sorryPage] : []), ...checkValues(playbook, t)];
}

interface Context {
  readonly playbook: Playbook;
  readonly t: Translate;
  readonly places: Places;
  readonly meant: MeantKeys;
}

function toFinding({ mistake, place, shape }: Found, context: Context): RuleFinding | undefined {
  const { playbook, t, places, meant } = context;
  const { text } = playbook.document;
  const parent = mistake.path.findLast((part) => typeof part === 'string');
  const informing = playbook.status === 'draft' ? { severity: 'info' as const } : {};

  if (mistake.kind === 'value') {
    const { node } = place;
    const repair = node.kind === 'scalar' ? repairOf(shape, node.text) : undefined;
    return {
      span: spanOf(place, text),
      message: valueSentence(shape, node, parent ?? '', repair, t),
      ...(node.kind === 'scalar' && node.value === null && informing),
      ...(repair && { fixes: [replaceFix(node.span, repair, t)] }),
    };
  }

  if (mistake.kind === 'missing') {
    // What stands there misspelt is not missing: that is one mistake, and told as such.
    const misspelt = new Set(meant.get(place.node)?.values());
    const keys = Object.keys(shape.properties ?? {}).filter(
      (key) =>
        mistake.keys.includes(key) &&
        !misspelt.has(key) &&
        // One of the two is asked.
        !(key === 'fact' && misspelt.has('question')) &&
        !(mistake.path.length === 0 && (misspelt.has('uses') || comesFromUsed(key, playbook))),
    );
    if (keys.length === 0) return undefined;
    const fix = place.node.kind === 'map' ? missingFix(keys, place.node, shape, playbook, t) : undefined;
    return {
      span: firstLine(parent === undefined ? playbook.titleSpan : keySpanOf(mistake, place), text),
      message: missingSentence(keys, parent, t),
      ...informing,
      ...(fix && { fixes: [fix] }),
    };
  }

  const key = places.at([...mistake.path, mistake.key])?.key;
  const span = firstLine(key?.span ?? spanOf(place, text), text);
  if (mistake.kind === 'name') return { span, message: nameSentence(mistake.key, t) };

  const isStep = mistake.path.length === 4 && mistake.path[0] === 'flows' && mistake.path[2] === 'steps';
  const wanted = meant.get(place.node)?.get(mistake.key);
  const unknown = {
    key: mistake.key,
    parent,
    meant: wanted,
    kind: isStep ? places.kindAt(mistake.path) : undefined,
    otherKinds: isStep ? stepKindsWith(mistake.key) : [],
  };
  const fixes = wanted !== undefined && key ? [replaceFix(key.span, { text: wanted, safe: true }, t)] : [];
  return { span, message: unknownKeySentence(unknown, t), ...(fixes.length > 0 && { fixes }) };
}

/** The key of the map; of a map in a list, its own first key. */
function keySpanOf({ path }: Mistake, { key, node }: Place) {
  const first = node.kind === 'map' ? node.entries[0] : undefined;
  return typeof path.at(-1) === 'number' && first !== undefined ? first.key.span : (key ?? node).span;
}

/** Whether another file brings the section, or may bring it once it is found. */
function comesFromUsed(key: string, playbook: Playbook): boolean {
  if (playbook.uses.length === 0) return false;
  const section: unknown = playbook[key as keyof Playbook];
  return section instanceof Map && (section.size > 0 || playbook.usesProblems.length > 0);
}
