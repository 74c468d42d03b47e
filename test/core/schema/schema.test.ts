import { expect, test } from 'vitest';
import schema from '../../../schemas/playbook.schema.json';
import { channelTypes, stepKinds } from '../../../src/core/model/playbook';
import { formats } from '../../../src/core/schema/formats';

type Json = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every schema in the schema, with its path. */
function* shapes(node: Json, at = '#'): Generator<readonly [string, Json]> {
  yield [at, node];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' || key === '$defs') {
      for (const [name, shape] of Object.entries(value as Json)) yield* shapes(shape as Json, `${at}/${key}/${name}`);
    } else if ((key === 'items' || key === 'additionalProperties') && isMap(value))
      yield* shapes(value, `${at}/${key}`);
  }
}
const all = [...shapes(schema as unknown as Json)];
const hasJapanese = (text: unknown) => typeof text === 'string' && /[\u3040-\u30ff\u4e00-\u9fff]/.test(text);

test('every key says what it means, in English and Japanese', () => {
  const keys = all.filter(
    ([at, shape]) => /\/properties\/[^/]+$/.test(at) && !('const' in shape && at.endsWith('/kind')),
  );
  expect(keys.length).toBeGreaterThan(200);
  const silent = keys.filter(([, shape]) => {
    const own = shape.$ref?.toString().includes('/step_')
      ? (schema.$defs as Json)[shape.$ref.toString().slice(8)]
      : shape;
    const { description, 'x-ja': ja } = own as {
      description?: string;
      'x-ja'?: { title: string; description: string };
    };
    return !description || hasJapanese(description) || !ja?.title || !hasJapanese(ja.description);
  });
  expect(silent.map(([at]) => at)).toEqual([]);
});

test('every value of a closed list says what it means, in English and Japanese', () => {
  const lists = all.filter(([, shape]) => Array.isArray(shape.enum));
  expect(lists.length).toBeGreaterThan(20);
  for (const [at, shape] of lists) {
    const notes = shape['x-values'] as Json;
    expect(Object.keys(notes), at).toEqual(shape.enum);
    for (const note of Object.values(notes) as {
      description: string;
      'x-ja': { title: string; description: string };
    }[]) {
      expect(note.description, at).toMatch(/\.$/);
      expect(note['x-ja'].title, at).not.toBe('');
      expect(note['x-ja'].description, at).toMatch(/。$/);
    }
  }
});

test('maps of the language are closed, and let the author keep notes of her own', () => {
  const maps = all.filter(([, shape]) => isMap(shape.properties) && shape.additionalProperties !== undefined);
  const open = maps.filter(([, shape]) => isMap(shape.additionalProperties)).map(([at]) => at);
  expect(open).toEqual(['#/properties/sorry_page/properties/support']);
  for (const [at, shape] of maps.filter(([place]) => !open.includes(place))) {
    expect(shape.additionalProperties, at).toBe(false);
    expect(shape.patternProperties, at).toEqual({ '^x-': true });
  }
});

test('the schema knows the step kinds, channel types and formats of the model', () => {
  expect(Object.keys(schema.$defs.step['x-values'])).toEqual([...stepKinds]);
  expect(schema.properties.channels.additionalProperties.properties.type.enum).toEqual([...channelTypes]);
  const used = new Set(all.flatMap(([, shape]) => (typeof shape.format === 'string' ? [shape.format] : [])));
  expect([...used].filter((name) => !Object.hasOwn(formats, name))).toEqual([]);
});
