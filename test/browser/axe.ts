import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const axe = fs.readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, each in a line. */
export async function violations({ page }: { readonly page: Page }): Promise<readonly string[]> {
  // The policy forbids scripts from elsewhere; what is evaluated from outside is not a page's script.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] };
    const { axe: tool } = globalThis as unknown as { axe: { run: () => Promise<Found> } };
    const found = await tool.run();
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('; ')}`,
    );
  });
}
