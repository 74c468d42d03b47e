import { expect, test } from 'vitest';
import { createTranslate } from '../../../src/core/text/translate';

test('what is quoted is cut in its middle, and no character is cut in half', () => {
  const t = createTranslate();
  expect(t('"{0}" is long.', 'x'.repeat(300))).toBe(`"${'x'.repeat(300)}" is long.`);
  expect(t('"{0}" is long.', `${'a'.repeat(500)}${'z'.repeat(500)}`)).toBe(
    `"${'a'.repeat(150)} … ${'z'.repeat(150)}" is long.`,
  );
  expect(t('{0}', `x${'😀'.repeat(400)}`)).not.toMatch(/\p{Surrogate}/u);
});
