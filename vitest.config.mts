import { defineConfig } from 'vitest/config';

// The fast suite: pure code and the built command line. Real editors and browsers run from scripts/test.mjs.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/browser/**', 'node_modules/**'],
    testTimeout: 30_000,
  },
});
