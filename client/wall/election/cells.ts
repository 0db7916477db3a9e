import type { Board } from '@night/shared/board'
import { centreOf, hexagonPoints, rowsOf } from './hexagon.ts'
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

/** A cell as keys, pointers and readers find it. */
type Handle = {
  readonly cell: MapCell
  readonly link: Element
  look: CellLook | null
  isStop: boolean
}

/**
 * The hexagons of a night: row by row what is seen, and over it a link for each. All by hand: a declaration draws one row
 * again, and a night that was missed writes what changed without comparing 2,000 elements. [GEW4]
 */
export const createCells = (
  svg: Element,
  cells: readonly MapCell[],
  night: string,
): ((picture: CellsPicture) => void) => {
  const rows = rowsOf(cells).map((inRow) => ({
    draw: createRow(svg.appendChild(drawing('g'))),
    handles: inRow.map((cell) => handleOf(cell, night)),
  }))
  return ({ seatsById, isQuiet, stop }) => {
    for (const { draw, handles } of rows) {
      let isSame = true
      for (const handle of handles) {
        const seat = seatsById[handle.cell.id]
        if (!seat) continue
        const look = cellLook(seat, isQuiet)
        if (handle.look === null) svg.append(handle.link)
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
  link.append(drawing('polygon', { points: hexagonPoints(centreOf(cell)) }))
  return { cell, link, look: null, isStop: false }
}

const setStop = (handle: Handle, isStop: boolean): void => {
  if (handle.isStop === isStop) return
  handle.isStop = isStop
  handle.link.setAttribute('tabindex', isStop ? '0' : '-1')
}

/** Says what differs from what it said. */
const tell = (handle: Handle, look: CellLook): void => {
  const { link, look: before } = handle
  if (before === look) return
  handle.look = look
  set(link, 'aria-label', [before?.name, look.name])
  set(link, 'data-state', [before?.state, look.state])
  set(link, 'data-verdict', [before?.verdict, look.verdict])
  set(link, 'data-party', [before?.party ?? undefined, look.party ?? undefined])
  set(link, 'data-letter', [before?.letter || undefined, look.letter || undefined])
}

const set = (
  element: Element,
  name: string,
  [before, after]: readonly [string | undefined, string | undefined],
): void => {
  if (before === after) return
  if (after === undefined) element.removeAttribute(name)
  else element.setAttribute(name, after)
}
