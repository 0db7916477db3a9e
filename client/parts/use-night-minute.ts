import { type ReadonlySignal, useComputed } from '@preact/signals'
import type { History } from '../history.ts'
import { shownTime } from '../night-clock.ts'

const minute = 60_000

/** The night's clock to the minute, so that what depends on it is drawn once a minute. */
export const useNightMinute = (
  history: ReadonlySignal<History>,
  now: ReadonlySignal<number>,
): ReadonlySignal<number | null> =>
  useComputed(() => {
    const time = shownTime(history.value, now.value)
    return time === null ? null : Math.floor(time / minute) * minute
  })
