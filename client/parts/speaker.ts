import { signal } from '@preact/signals'
import { spokenWords } from '../night-words.ts'
import type { Statement } from '../statement.ts'

/** Milliseconds between two sentences about arrivals: more is noise. */
const pause = 10_000

/**
 * One voice: results at most every ten seconds, gathered; what the reader did at once. Whether a result is said at all
 * is asked when it would be. [DSK10 DSK14]
 */
export const createSpeaker = (isSaid: (statement: Statement) => boolean = () => true) => {
  const spoken = signal('')
  let waiting: readonly Statement[] = []
  let spokeAt = Number.NEGATIVE_INFINITY
  const tick = (now: number): void => {
    if (waiting.length === 0 || now - spokeAt < pause) return
    const said = waiting.filter(isSaid)
    waiting = []
    if (said.length === 0) return
    spoken.value = spokenWords(said)
    spokeAt = now
  }
  return {
    spoken,
    /** Says it now; the same words twice are two sentences. */
    say: (words: string): void => {
      spoken.value = spoken.value === words ? `${words} ` : words
    },
    /** What waits is of a log that is void, and never said. [LIFE7] */
    forget: () => (waiting = []),
    hear: (arrived: readonly Statement[], now: number): void => {
      waiting = [...waiting, ...arrived]
      tick(now)
    },
    tick,
  }
}
