import { defineConfig } from 'vitest/config'

const shared = { testTimeout: 30_000, hookTimeout: 60_000 }

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
          // Pure files cannot disturb each other, so each module is loaded once for all of them.
          isolate: false,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['**/*.redis.test.ts', '**/*.browser.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'redis',
          include: ['test/**/*.redis.test.ts'],
          globalSetup: ['test/support/redis.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          globalSetup: ['test/support/redis.ts'],
        },
      },
    ],
  },
})
