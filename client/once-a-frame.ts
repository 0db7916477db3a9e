import { type History, together } from './history.ts'

/** Milliseconds; longer than a frame takes. A page that nobody sees has none. */
const patience = 100

/**
 * Hands on what is heard, once in a frame and all of it that came meanwhile: declarations of one moment are drawn once.
 * What brings no news asks for no frame; that a log is void, which is said of one moment only, does not wait. [LIFE7]
 */
export const onceAFrame = (draw: (heard: History) => void): ((heard: History) => void) => {
  let waiting: History | null = null
  let shown: History['board'] = null
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const hand = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    const heard = waiting
    waiting = null
    if (heard === null) return
    shown = heard.board
    draw(heard)
  }
  return (heard) => {
    const isFirst = waiting === null
    waiting = waiting === null ? heard : together(waiting, heard)
    const isOnlyTime = isFirst && heard.board === shown
    const isVoid = heard.voidedAt && heard.voidedAt === heard.heardAt
    if (document.hidden || isOnlyTime || isVoid) hand()
    else if (isFirst) {
      frame = requestAnimationFrame(hand)
      timer = setTimeout(hand, patience)
    }
  }
}
