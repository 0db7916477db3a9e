import type { Consequence } from '@night/shared/event'

/** How far the figures of a seat have gone. */
export type Reach = {
  readonly standing: number
  readonly revision: number
  readonly consequences: readonly Consequence[]
  readonly screens: number
}

/** "4 screens show this now". */
export const screensWords = (screens: number): string => {
  if (screens === 0) return 'No screen shows this now'
  return screens === 1 ? '1 screen shows this now' : `${screens} screens show this now`
}
