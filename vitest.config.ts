import { defineConfig } from 'vitest/config'

const shared = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    reporters: ['default', './test/support/tally.ts'],
    // Tests wait more than they work: two at once even where there are two cores.
    maxWorkers: 2,
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
