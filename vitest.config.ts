import { defineConfig } from 'vitest/config'

/** Tests leave nothing behind in a module, so that each is loaded once for all files of a place. */
const shared = { testTimeout: 60_000, hookTimeout: 120_000, isolate: false }

/** Two files at a time, each with a Redis of its own; where one was given, one file at a time has it to itself. */
const maxWorkers = process.env['REDIS_URL'] ? 1 : 2

export default defineConfig({
  test: {
    maxWorkers,
    reporters: ['default', './test/support/tally.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.redis.test.ts', '**/*.browser.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'redis',
          include: ['test/**/*.redis.test.ts'],
          globalSetup: ['test/support/redis.ts'],
          setupFiles: ['test/support/no-replays.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          globalSetup: ['test/support/redis.ts'],
          setupFiles: ['test/support/no-replays.ts'],
        },
      },
    ],
  },
})
