import { currentVersion } from '../renewal.ts'
import { isForgotten } from './back.ts'

const every = 5000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** A screen that nobody watches over is not left in the past: it goes back to the live one by itself. [RPR6] */
export const leaveWhenForgotten = (back: string): void => {
  let touchedAt = Date.now()
  const touch = (): void => {
    touchedAt = Date.now()
  }
  for (const sign of signs) addEventListener(sign, touch, { passive: true })
  const look = async (): Promise<void> => {
    // A page that cannot be had is worse than a picture that says that it is old.
    if (isForgotten(touchedAt, Date.now()) && (await currentVersion()) !== null)
      location.replace(back)
  }
  setInterval(() => void look(), every)
}
