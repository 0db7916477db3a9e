import type { ScreenName } from './view.ts'

/** A screen of ours, and nothing that could lead elsewhere. */
const screen = /^\/(wall|wall\/schedule|wall\/battleground|desk|my|seat\/\w+)(\?[^\\\s]*)?$/

/** The address of the screen from which somebody looks back; null where nobody does. [RPR5] */
export const backIn = (search: string): string | null => {
  const back = new URLSearchParams(search).get('back')
  return back !== null && screen.test(back) ? back : null
}

const names: Readonly<Record<string, ScreenName>> = {
  '/wall/schedule': 'schedule',
  '/wall/battleground': 'battleground',
}

/** The player's address for somebody who comes straight from a screen: the same screen, the same seat, the way back. */
export const searchFrom = (search: string): string => {
  const back = backIn(search)
  if (back === null || back.includes('?')) return search
  const query = new URLSearchParams(search)
  query.delete('back')
  const whole = `${back}?${query.toString()}`
  const seat = /^\/seat\/(\w+)/.exec(back)?.[1]
  if (seat !== undefined) query.set('seat', seat.toUpperCase())
  if (names[back]) query.set('screen', names[back])
  query.set('back', whole)
  return `?${query.toString()}`
}

/** Milliseconds without a key or a pointer, after which nobody is there who looks back. [RPR6] */
const attention = 300_000

export const isForgotten = (touchedAt: number, now: number): boolean => now - touchedAt >= attention
