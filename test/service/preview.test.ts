import fs from 'node:fs';
import { expect, it } from 'vitest';
import { placeSteps } from '../../src/core/draw/layered/placeSteps';
import type { Markup } from '../../src/core/draw/markup';
import { providePreview } from '../../src/service/preview';
import { openText } from '../support/service';
import { smallPlaybook } from '../support/small';

const partOf = (text: string) =>
  providePreview(openText(text).document, placeSteps, undefined, { partial: true }).preview;
const steps = (markup: Markup | undefined): readonly unknown[] =>
  (markup?.children ?? []).flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(child.attributes?.['data-step'] === undefined ? [] : [child.attributes['data-step']]), ...steps(child)],
  );

it('of a file that can’t be read, what can be is there for whoever has seen nothing yet', () => {
  const half = `${smallPlaybook}support_script:\n  phone: "Thank you\n`;
  const preview = partOf(half);
  expect(preview.broken).toBeDefined();
  expect(preview.tabs).toBeUndefined();
  expect(steps(preview.partial?.flow)).toContain('first_word');
  expect(providePreview(openText(half).document, placeSteps).preview.partial).toBeUndefined();
});

it('a file in which nothing can be read asks for nothing', () => {
  expect(partOf('title: "x').partial).toBeUndefined();
});

it('a plan that stops anywhere in the middle has a picture or none, and never an exception', () => {
  const sample = fs.readFileSync('sample-playbooks/first/first-en.incident.yaml', 'utf8');
  let drawn = 0;
  for (let end = 7; end < sample.length; end += 41) {
    const { broken, partial, tabs } = partOf(sample.slice(0, end));
    expect(broken === undefined ? tabs : true).toBeTruthy();
    if (steps(partial?.flow).length > 0) drawn++;
  }
  expect(drawn).toBeGreaterThan(3);
});
