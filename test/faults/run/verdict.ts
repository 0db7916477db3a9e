import type { Violation } from '../reading.ts'

type Found = {
  readonly violations: readonly Pick<Violation, 'invariant'>[]
  /** In words, what the run ought to have gone through and did not. */
  readonly missing: readonly string[]
  /** In words, what was found and is not what it may be. */
  readonly beyond: readonly string[]
  /** The promise that was broken on purpose, if one was. */
  readonly breaks: Violation['invariant'] | undefined
}

/** What is said of a fault in one word, and whether that is as it ought to be. */
export const judge = ({ violations, missing, beyond, breaks }: Found) => {
  if (missing.length > 0) return { verdict: 'IDLE', isGood: false }
  if (breaks !== undefined) {
    const isCaught = violations.some(({ invariant }) => invariant === breaks)
    return { verdict: isCaught ? 'caught' : 'MISSED', isGood: isCaught }
  }
  if (violations.length > 0) return { verdict: `${violations.length} BROKEN`, isGood: false }
  if (beyond.length > 0) return { verdict: 'BEYOND', isGood: false }
  return { verdict: 'kept', isGood: true }
}
