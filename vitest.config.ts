import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The model takes both cores of a small machine; files that share it would only wait for each other.
    maxWorkers: 2,
    reporters: ['default', './test/closing-line.ts'],
  },
});
