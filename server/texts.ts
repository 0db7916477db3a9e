import type { Board } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'

const texts = new WeakMap<NightEvent | Board, string>()

const textOf = (value: NightEvent | Board): string => {
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  texts.set(value, text)
  return text
}

/** An event as JSON, made once however many ask for it. */
export const eventText = (event: NightEvent): string => textOf(event)

/** A board as JSON, made once for as long as it stands. */
export const boardText = (board: Board): string => textOf(board)
