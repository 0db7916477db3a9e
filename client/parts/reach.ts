import type { Consequence } from '@night/shared/event'

/** How far the figures of a seat have gone. */
export type Reach = {
  readonly standing: number
  readonly revision: number
  readonly consequences: readonly Consequence[]
  /** At the server that was asked. */
  readonly screens: number
}

/** "4 screens at this server show this now": where there are several, each knows its own alone. [COR3] */
export const screensWords = (screens: number): string => {
  if (screens === 0) return 'No screen at this server shows this now'
  return screens === 1
    ? '1 screen at this server shows this now'
    : `${screens} screens at this server show this now`
}
