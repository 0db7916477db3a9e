import type { Board } from '@night/shared/board'
import { centreOf, hexagonPoints, pointsToPath, rowsOf } from './hexagon.ts'
import { letterPlace } from './letters.ts'
import { type CellLook, cellLook } from './map-cell.ts'
import type { MapCell } from './map-file.ts'
import { createRow } from './map-row.ts'
import { drawing } from './drawing.ts'

/** What the cells are drawn from. */
export type CellsPicture = Pick<Board, 'seatsById'> & {
  readonly isQuiet: boolean
  /** The cell that is the map's stop for the Tab key. */
  readonly stop: string | undefined
}

/** Two drawings, one over the other: what is not touched is not painted again with what is. */
export type CellPlaces = { readonly picture: Element; readonly links: Element }

/** A cell as keys, pointers and readers find it. */
type Handle = {
  readonly cell: MapCell
  readonly hexagon: string
  readonly place: string
  readonly link: Element
  look: CellLook | null
  isStop: boolean
}

/**
 * The hexagons of a night: row by row what is seen, and over it a link for each. All by hand: a declaration draws one row
 * again, and a night that was missed writes what changed without comparing 2,000 elements. [GEW4]
 */
export const createCells = (
  { picture, links }: CellPlaces,
  cells: readonly MapCell[],
  night: string,
): ((picture: CellsPicture) => void) => {
  const rows = rowsOf(cells).map((inRow) => ({
    draw: createRow(picture.appendChild(drawing('g'))),
    handles: inRow.map((cell) => handleOf(cell, night)),
  }))
  return ({ seatsById, isQuiet, stop }) => {
    for (const { draw, handles } of rows) {
      let isSame = true
      for (const handle of handles) {
        const seat = seatsById[handle.cell.id]
        if (!seat) continue
        const look = cellLook(seat, isQuiet)
        if (handle.look === null) links.append(handle.link)
        if (handle.look !== look) isSame = false
        tell(handle, look)
        setStop(handle, handle.cell.id === stop)
      }
      if (!isSame) draw(handles)
    }
  }
}

const handleOf = (cell: MapCell, night: string): Handle => {
  const link = drawing('a', {
    class: 'cell',
    href: `/seat/${cell.id}?night=${encodeURIComponent(night)}`,
    'data-cell': cell.id,
    tabindex: '-1',
  })
  const centre = centreOf(cell)
  const points = hexagonPoints(centre)
  link.append(drawing('polygon', { points }))
  const paths = { hexagon: pointsToPath(points), place: letterPlace(centre) }
  return { cell, link, ...paths, look: null, isStop: false }
}

const setStop = (handle: Handle, isStop: boolean): void => {
  if (handle.isStop === isStop) return
  handle.isStop = isStop
  handle.link.setAttribute('tabindex', isStop ? '0' : '-1')
}

/** A name says all of it, and is the only thing to write: 650 are told anew when a night is caught up. */
const tell = (handle: Handle, look: CellLook): void => {
  if (handle.look === look) return
  if (handle.look?.name !== look.name) handle.link.setAttribute('aria-label', look.name)
  handle.look = look
}
