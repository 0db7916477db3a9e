import type { Delivered } from '../history.ts'
import { readToken } from '../token.ts'

/** What the page knows before it hears anything: its address, and the board that the server put into it. */
export type Page = {
  readonly night: string | null
  readonly delivered: Delivered | null
  readonly token: string | undefined
  readonly still: boolean
}

export const readPage = (): Page => {
  const query = new URLSearchParams(location.search)
  return {
    night: document.getElementById('board')?.dataset['night'] ?? query.get('night'),
    delivered: readDelivered(),
    token: readToken(),
    still: query.get('motion') === 'off',
  }
}

/** The board that came with the page; null where it brought none. */
export const readDelivered = (): Delivered | null => {
  const text = document.getElementById('board')?.dataset['board']
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server wrote it into this page
  return text === undefined ? null : (JSON.parse(text) as Delivered)
}
