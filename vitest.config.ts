import { defineConfig } from 'vitest/config'

/** One file at a time: the files with Redis share its queue, and a browser wants the machine to itself. */
const shared = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    fileParallelism: false,
    reporters: ['default', './test/support/tally.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
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
