import type { View } from '../view.ts'

/** A room's address: its name, and what of the night this page shows. */
export const roomSearchOf = (before: string, { screen, seat, spoilers }: View): string => {
  const query = new URLSearchParams(before)
  query.set('screen', screen)
  if (seat === '') query.delete('seat')
  else query.set('seat', seat)
  if (spoilers) query.delete('spoilers')
  else query.set('spoilers', 'off')
  return `?${query.toString()}`
}
