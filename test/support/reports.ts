import { expect } from 'vitest';

const harm = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;
const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** No text of the report can steer a terminal or break a reader; what a fix inserts is the author's own, byte for byte. */
export function expectPlain(value: unknown, key = ''): void {
  if (typeof value === 'string') {
    const isFix = key === 'text' && value.includes('\n');
    // A report may have a million texts, and an expectation is slow.
    if (half.test(value) || (!isFix && harm.test(value))) expect(value).toBe('a text without harm');
  } else if (Array.isArray(value)) for (const item of value) expectPlain(item, key);
  else if (value !== null && typeof value === 'object')
    for (const [name, item] of Object.entries(value)) expectPlain(item, name);
}

/** Strict enough for what we write: known tags that nest, attributes in quotes, five entities, no other `<`, `&` or control. */
export function expectXml(text: string): void {
  expect(text).not.toMatch(harm);
  expect(text).not.toMatch(half);
  expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true);
  const open: string[] = [];
  const rest = text
    .slice(text.indexOf('\n') + 1)
    .replace(
      /<(\/?)(testsuites|testsuite|testcase|failure|system-out)((?: [a-z]+="[^"<>&]*(?:&(?:amp|lt|gt|quot|apos);[^"<>&]*)*")*)(\/?)>/g,
      (_, closing, name, _attributes, empty) => {
        if (closing === '/') {
          const opened = open.pop();
          if (opened !== name) expect(opened).toBe(name);
        } else if (empty !== '/') open.push(name);
        return '';
      },
    );
  expect(open).toEqual([]);
  expect(rest.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toMatch(/[<>&]/);
}
