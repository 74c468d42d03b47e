import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Part, type Shape, shapeAt } from '../../../src/core/schema/shape';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { parseYaml } from '../../../src/core/yaml/parse';
import type { YamlNode } from '../../../src/core/yaml/tree';
import { provideCompletion } from '../../../src/service/completion/completion';
import { withItem } from '../../support/completion';
import { openText } from '../../support/service';

const root = path.resolve(import.meta.dirname, '../../../sample-playbooks');
const samples = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.incident\.yaml$/.test(file))
  .map((file) => file.replaceAll(path.sep, '/'))
  .sort();
const files = Object.fromEntries(samples.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]));
const plainText = { snippets: false, details: false };

interface Place {
  readonly path: readonly Part[];
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly on: 'key' | 'value';
}

/** Keys of the language and values that have a closed list, in the order of the file. */
function* placesIn(node: YamlNode, at: readonly Part[], kinds: readonly (string | undefined)[]): Iterable<Place> {
  const shape = shapeAt(at, (length) => kinds[length]);
  if (shape === undefined) return;
  if (node.kind === 'list') {
    for (const [place, item] of node.items.entries()) yield* placesIn(item, [...at, place], [...kinds, undefined]);
  } else if (node.kind === 'map') {
    const own = node.entries.find(({ key }) => key.text === 'kind')?.value;
    const inside = kinds.with(-1, own?.kind === 'scalar' ? own.text : undefined);
    const keys = shapeAt(at, (length) => inside[length])?.properties ?? {};
    for (const { key, value } of node.entries) {
      const isChosen = Object.hasOwn(keys, key.text) || (shape['x-keys'] ?? 'answers') !== 'answers';
      if (isChosen && key.style === 'plain') yield { path: at, ...key.span, name: key.text, on: 'key' };
      yield* placesIn(value, [...at, key.text], [...inside, undefined]);
    }
  } else if (node.style === 'plain' && hasChoices(shape)) {
    yield { path: at, ...node.span, name: node.text, on: 'value' };
  }
}

function hasChoices(shape: Shape): boolean {
  const section = shape['x-ref'] ?? shape.items?.['x-ref'];
  return section !== undefined || shape.enum !== undefined || shape['x-type'] === 'boolean';
}

const wider = (text: string) => text.replace(/^ +/gm, (spaces) => spaces + spaces);
const withBreak = (text: string) => `${text}\nhalf typed: "\n  - [ {\n`;
const withCrlf = (text: string) => text.replace(/\n/g, '\r\n');

test.each([
  ['as it is', (text: string) => text],
  ['indented by four', wider],
  ['with text that can’t be read below', withBreak],
  ['with other line ends', withCrlf],
])('what every sample says is offered where it says it: %s', (_, change) => {
  let seen = 0;
  for (const file of samples) {
    const text = change(files[file] ?? '');
    const { document } = openText(text, { file, files });
    const tree = parseYaml(change(files[file] ?? '').replace(/\nhalf typed[\s\S]*/, '\n')).root;
    if (tree === undefined) throw new Error(file);
    for (const place of placesIn(tree, [], [undefined])) {
      const position = document.lines.position(place.end);
      const items = provideCompletion(document, { position, options: plainText });
      const item = items.find(
        ({ filterText }) => filterText?.split(' ')[0] === place.name || filterText === place.name,
      );
      const where = `${file}:${position.line + 1} ${place.path.join('.')} ${place.name}`;
      // A key is not offered to itself, nor an id to the list that has it: what stands there already is taken.
      if (item === undefined) throw new Error(`${where}: ${items.map(({ label }) => label).join(', ')}`);
      if (place.on === 'value' || item.label === place.name) {
        const after = withItem(document.lines.text, item);
        expect(after.replace(/\[|\]/g, ''), where).toBe(document.lines.text.replace(/\[|\]/g, ''));
      }
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(1500);
});

test('at every offset of every sample something is answered, and every edit touches the caret', () => {
  for (const file of samples) {
    const { document } = openText(files[file] ?? '', { file, files });
    const lines = new LineIndex(document.lines.text);
    for (let offset = 0; offset <= lines.text.length; offset++) {
      const position = lines.position(offset);
      for (const { textEdit } of provideCompletion(document, { position, options: plainText })) {
        if (textEdit === undefined || !('range' in textEdit)) throw new Error('no edit');
        const { start, end } = textEdit.range;
        const fits = start.line === position.line && end.line === position.line;
        if (!fits || start.character > position.character || end.character < position.character)
          throw new Error(`${file}:${position.line + 1}:${position.character + 1}`);
      }
    }
  }
});
