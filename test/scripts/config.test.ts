import fs from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../../scripts/config.mjs';
import { readConfig } from '../../src/core/lint/readConfig';
import { translators } from '../support/lint';

test('the schema of the configuration is the one that rules and limits make ("npm run generate")', () => {
  expect(fs.readFileSync('schemas/config.schema.json', 'utf8')).toBe(configSchema());
});

test('the schema takes what the reader takes', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(configSchema()));
  for (const text of [
    'rules: { jargon: off, no-notice: error }',
    'limits: { x: { body: { most: 4000 } }, instagram: { hashtags: { shown: 3 } } }',
    'rules:',
    'x-team: 1',
    'rules: { jargn: off }',
    'rules: { jargon: loud }',
    'limits: { pigeon: {} }',
    'limits: { x: { body: { most: 0 } } }',
    'limits: { x: { body: 280 } }',
    'colour: red',
  ]) {
    expect(validate(parse(text)), text).toBe(readConfig(text, translators.en).findings.length === 0);
  }
});
