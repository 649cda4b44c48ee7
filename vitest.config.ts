import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/integration/**'],
    globalSetup: 'tests/support/temporary-folder.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Most of the time of a file is reading the program and the mappings; no test changes what they share.
    isolate: false,
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // The program itself is run as a process, which this does not see.
      exclude: ['src/cli.ts', 'src/cli/**'],
      reporter: ['text-summary'],
    },
  },
});
