import { defineConfig } from 'vitest/config';

/** All cores: left to itself vitest keeps one free, which on two halves the speed. */
const maxWorkers = '100%';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['api/domain/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
          exclude: ['web/e2e/**'],
          maxWorkers,
        },
      },
      {
        test: {
          name: 'api',
          include: ['api/**/*.test.ts', 'db/**/*.test.ts'],
          exclude: ['api/domain/**'],
          globalSetup: ['db/test-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['web/e2e/**/*.test.ts'],
          globalSetup: ['db/test-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
