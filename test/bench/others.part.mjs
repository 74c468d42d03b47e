// Other linters on the same files, where they are installed. They check the schema alone: no references, flows or words.
import fs from 'node:fs';
import path from 'node:path';
import { runMeasured } from './measure.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const others = path.join(import.meta.dirname, 'others');
const schema = path.join(root, 'schemas/playbook.schema.json');

/** Redocly is not among them: it reads descriptions of APIs and nothing else. */
const commands = {
  spectral: (corpus) => ['lint', `${corpus}/*.yaml`, '-r', path.join(others, 'playbook.spectral.yaml'), '-q'],
  // Dates are no text to its YAML, so it complains; it reads and checks all the same.
  ajv: (corpus) => [
    ...['validate', '--spec=draft2020', '--strict=false', '--errors=no', '-c', 'ajv-formats'],
    ...['-s', schema, '-d', `${corpus}/*.yaml`],
  ],
};

export function timeOthers(corpus) {
  for (const [name, toArguments] of Object.entries(commands)) {
    const bin = path.join(others, 'node_modules/.bin', name);
    if (!fs.existsSync(bin)) {
      console.log(`${name}: not installed in test/bench/others`);
      continue;
    }
    const { wall, peak } = runMeasured([fs.realpathSync(bin), ...toArguments(corpus)], { codes: [0, 1] });
    console.log(`${name}, the schema alone: ${wall.toFixed(0)} ms, ${peak.toFixed(0)} MB`);
  }
}
