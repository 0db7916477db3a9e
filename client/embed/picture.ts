import type { Board } from '@night/shared/board'
import type { Mark } from '../overlay/address.ts'
import type { Graphic } from '../overlay/scene.ts'

/** What an embed shows. */
export type Picture = {
  /** Shows a board at this place; false where it has nothing to show of it. */
  readonly show: (place: HTMLElement, board: Board, mark: Mark) => boolean
  /** Where there is more, and in which words. */
  readonly more: (board: Board) => { readonly path: string; readonly words: string }
}

/** A graphic for air as an embed shows it: the same picture, the frame says what is not live. */
export const graphicShown =
  <Data>({ pictureOf, draw }: Graphic<Data>): Picture['show'] =>
  (place, board, mark) => {
    const picture = pictureOf({ board, mark, seat: null, turn: 0 })
    place.replaceChildren(...(picture === null ? [] : [draw(picture)]))
    return picture !== null
  }

export const wallOf = ({ night }: Board): ReturnType<Picture['more']> => ({
  path: `/wall?night=${encodeURIComponent(night.id)}`,
  words: 'All results',
})
