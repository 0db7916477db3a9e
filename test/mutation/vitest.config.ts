import { defineConfig } from 'vitest/config'

/** A copy of the project has the packages of the original, whose rooms are not the ones that were changed. */
const ownRooms = {
  find: /^@night\/(shared|worker|server|client)\/(.*)$/,
  replacement: `${process.cwd()}/$1/$2.ts`,
}

/** The tests that each part has of its own; whole nights find more, and take too long to be run on each change. */
const include = [
  'test/shared/{board,board-seat,board-lists,declared-order,chain}.test.ts',
  'test/client/{history,history-heard,once-a-frame,put-back}.test.ts',
  'test/shared/{checks,checks-words,plausibility,thresholds,mistyped}.test.ts',
  'test/worker/{declare,append.redis}.test.ts',
  'test/faults/*.test.ts',
]

export default defineConfig({
  resolve: { alias: [ownRooms] },
  // A test that is only slow must not look like one that noticed.
  test: { testTimeout: 180_000, include, globalSetup: ['test/support/redis.ts'] },
})
