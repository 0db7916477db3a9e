import { signal } from '@preact/signals'
import { spokenWords } from '../night-words.ts'
import type { Statement } from '../statement.ts'

/** Milliseconds between two sentences about arrivals: more is noise. */
const pause = 10_000

/** One voice: results at most every ten seconds, gathered; what the reader did at once. [DSK10] */
export const createSpeaker = () => {
  const spoken = signal('')
  let waiting: readonly Statement[] = []
  let spokeAt = Number.NEGATIVE_INFINITY
  const tick = (now: number): void => {
    if (waiting.length === 0 || now - spokeAt < pause) return
    spoken.value = spokenWords(waiting)
    waiting = []
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
