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
  const template = document.getElementById('board')
  const query = new URLSearchParams(location.search)
  const text = template?.dataset['board']
  return {
    night: template?.dataset['night'] ?? query.get('night'),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server wrote it into this page
    delivered: text === undefined ? null : (JSON.parse(text) as Delivered),
    token: readToken(),
    still: query.get('motion') === 'off',
  }
}
