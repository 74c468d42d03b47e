import { defineConfig } from 'vitest/config';

// The preview page in a real Chromium.
export default defineConfig({
  test: { include: ['test/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false },
});
