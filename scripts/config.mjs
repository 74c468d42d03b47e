// node scripts/config.mjs    writes schemas/config.schema.json from the rules and the limits
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

/** The schema of `incident.config.yaml`, for editors that know JSON schemas and not our language server. */
export function configSchema() {
  const bundle = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'unhappy-path-')), 'config.cjs');
  buildSync({
    stdin: {
      contents: `export { configChoices } from './src/core/lint/configGuide'; export { createTranslate } from './src/core/text/translate';`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const { configChoices, createTranslate } = createRequire(import.meta.url)(bundle);
  const [en, ja] = [{}, JSON.parse(fs.readFileSync(path.join(root, 'l10n/bundle.l10n.ja.json'), 'utf8'))].map(
    createTranslate,
  );
  const both = (names) => {
    const japanese = new Map(configChoices(names, ja).map(({ name, meaning }) => [name, meaning]));
    return configChoices(names, en).map((choice) => ({ ...choice, japanese: japanese.get(choice.name) }));
  };
  /** A map whose keys are the choices below a path. */
  const map = (names, below) => ({
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(
      both(names).map(({ name, meaning, japanese }) => [
        name,
        { description: meaning, 'x-ja': { description: japanese }, ...below(name) },
      ]),
    ),
  });
  const level = { enum: both(['rules', 'jargon']).map(({ name }) => name) };
  const number = { type: 'integer', minimum: 1, maximum: 1_000_000 };
  const sections = {
    rules: map(['rules'], () => level),
    limits: map(['limits'], (type) => map(['limits', type], (part) => map(['limits', type, part], () => number))),
  };
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'incident.config.yaml',
    ...map([], (name) => sections[name]),
    patternProperties: { '^x-': true },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename)
  fs.writeFileSync(path.join(root, 'schemas/config.schema.json'), configSchema());
