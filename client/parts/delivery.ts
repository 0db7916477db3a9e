import type { Delivered } from '../history.ts'
import { readToken } from '../token.ts'

/** What a page knows before it hears anything: its address, and the board that the server put into it. */
export type Delivery = {
  readonly night: string | null
  readonly delivered: Delivered | null
  readonly token: string | undefined
}

/** Reads the board once and takes it out of the page: 650 seats are too large to be kept twice. [DSK2] */
export const takeDelivery = (): Delivery => {
  const template = document.getElementById('board')
  const text = template?.dataset['board']
  const night = template?.dataset['night'] ?? new URLSearchParams(location.search).get('night')
  template?.remove()
  return {
    night,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server wrote it into this page
    delivered: text === undefined ? null : (JSON.parse(text) as Delivered),
    token: readToken(),
  }
}
