import { type ReadonlySignal, useComputed } from '@preact/signals'
import type { History } from '../history.ts'
import { shownMinute } from '../night-clock.ts'

/** The night's clock to the minute, so that what depends on it is drawn once a minute. */
export const useNightMinute = (
  history: ReadonlySignal<History>,
  now: ReadonlySignal<number>,
): ReadonlySignal<number | null> => useComputed(() => shownMinute(history.value, now.value))
