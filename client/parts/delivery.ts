import type { Delivered } from '../history.ts'
import { readToken } from '../token.ts'

/** What a page knows before it hears anything: its address, and the board that the server put into it. */
type Delivery = {
  readonly night: string | null
  readonly delivered: Delivered | null
  readonly token: string | undefined
}

export const takeDelivery = (): Delivery => {
  const night = template()?.dataset['night'] ?? new URLSearchParams(location.search).get('night')
  return { night, delivered: takeBoard(), token: readToken() }
}

/** The board that came with the page, read once and taken out of it: 650 seats are too large to be kept twice. [DSK2] */
export const takeBoard = (): Delivered | null => {
  const text = template()?.dataset['board']
  template()?.remove()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server wrote it into this page
  return text === undefined ? null : (JSON.parse(text) as Delivered)
}

const template = (): HTMLElement | null => document.getElementById('board')
