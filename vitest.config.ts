import { defineConfig } from 'vitest/config'

const shared = { testTimeout: 30_000, hookTimeout: 60_000 }

/** Pure tests and those with Redis wait more than they work, so two files at once; a browser has the machine to itself. */
const turn = (groupOrder: number, maxWorkers: number) => ({ maxWorkers, sequence: { groupOrder } })

const nights = 'test/election.browser.test.ts'

export default defineConfig({
  test: {
    reporters: ['default', './test/support/tally.ts'],
    projects: [
      {
        test: {
          ...shared,
          ...turn(0, 2),
          name: 'pure',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['**/*.redis.test.ts', '**/*.browser.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          ...turn(1, 2),
          name: 'redis',
          // Whole nights are watched in a browser here, since they are mostly waited for.
          include: ['test/**/*.redis.test.ts', nights],
          globalSetup: ['test/support/redis.ts'],
        },
      },
      {
        test: {
          ...shared,
          ...turn(2, 1),
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          exclude: [nights],
          globalSetup: ['test/support/redis.ts'],
        },
      },
    ],
  },
})
