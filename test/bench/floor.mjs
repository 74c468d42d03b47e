// What any linter of these files has to do: read each, parse it with `yaml`, validate it with the same standalone validator.
import fs from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import * as validators from '../../src/core/schema/validate.generated.js';

const validate = validators.validatePlaybook ?? validators.validate ?? validators.default;
const folder = process.argv[2];
let invalid = 0;
for (const name of fs.readdirSync(folder)) {
  const lineCounter = new LineCounter();
  const document = parseDocument(fs.readFileSync(path.join(folder, name), 'utf8'), { lineCounter });
  if (document.errors.length > 0 || !validate(document.toJS())) invalid++;
}
console.log(`invalid: ${invalid}`);
