import type { Deck } from './deck.ts'
import { countAt } from './tape.ts'
import { searchOf } from './view.ts'

/** Milliseconds between two changes of the address. */
const pause = 1000

/** Keeps the address at what is shown, at most once a second; to be called often. [RPY4] */
export const createAddressKeeper = (deck: Deck): ((now: number) => void) => {
  let keptAt = Number.NEGATIVE_INFINITY
  return (now) => {
    if (now - keptAt < pause) return
    const { time, count } = deck.place()
    const { view, tape } = deck
    const whole = countAt(tape.value, Math.floor(time / 1000) * 1000)
    const part = view.value.isPlaying || whole === count ? null : count
    const search = searchOf(location.search, view.value, { time, count: part })
    if (search === location.search) return
    keptAt = now
    globalThis.history.replaceState(null, '', location.pathname + search)
  }
}
