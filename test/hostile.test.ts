import { expect, test } from 'vitest';
import { LineIndex } from '../src/core/text/lineIndex';
import { hostileInputs } from './support/hostile';
import { lintText } from './support/lint';

/** Of the processor, so that a busy machine does not fail the test. */
const secondsAllowed = 2;

const inputs = new Map([...hostileInputs()].map(({ name, text }) => [name, text]));

test.each([...inputs.keys()])('%s', (name) => {
  const text = inputs.get(name) ?? '';
  const began = process.cpuUsage();
  const findings = lintText(text, { file: 'hostile.incident.yaml' });
  const { user, system } = process.cpuUsage(began);
  const lines = new LineIndex(text);
  for (const { span, message, rule } of findings.slice(0, 1_000)) {
    expect(span.start, rule).toBeLessThanOrEqual(span.end);
    expect(span.end, rule).toBeLessThanOrEqual(text.length);
    expect(lines.lineAt(span.start), `${rule} is on one line`).toBe(lines.lineAt(span.end));
    expect(message.length, rule).toBeLessThan(2_000);
  }
  expect((user + system) / 1e6).toBeLessThan(secondsAllowed);
});
