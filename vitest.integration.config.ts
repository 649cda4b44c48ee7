import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/integration/**/*.test.ts'], testTimeout: 300_000, fileParallelism: false },
});
