import { between, type Random } from '@night/worker/rehearsal/random'

/** One of a list; undefined of none. */
export const oneOf = <One>(random: Random, list: readonly One[]): One | undefined =>
  list[between(random, 0, list.length - 1)]
