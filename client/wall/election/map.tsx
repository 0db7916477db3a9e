import type { Board, Seat } from '@night/shared/board'
import { type Signal, useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { centreOf, type Size, sizeOf } from './hexagon.ts'
import { cellLook } from './map-cell.ts'
import type { HexMap, MapCell } from './map-file.ts'
import { cellAfter, cellNamed, keyToStep } from './map-steps.ts'
import { useCells } from './use-cells.ts'

type MapProps = {
  readonly map: HexMap
  readonly board: Board
  readonly isQuiet: boolean
  /** Seats that were seen to arrive just now. */
  readonly arrived: readonly string[]
  /** The seat that the strap is about. */
  readonly lead: string | null
}

/** Letters typed within so many milliseconds are one word. */
const pause = 900

/** Every seat a hexagon: one stop for the Tab key, then arrows, Home, End and first letters. [GEW4 GEW5 GEW6] */
export const ElectionMap = ({ map, board, isQuiet, arrived, lead }: MapProps) => {
  const pointed = useSignal<string | null>(null)
  const seats = map.cells.flatMap((cell) => {
    const seat = board.seatsById[cell.id]
    return seat ? [{ cell, seat }] : []
  })
  const roving = useRoving({ seats, pointed })
  const stop = pointed.value ?? seats[0]?.cell.id
  const picture = useRef<SVGSVGElement>(null)
  const { seatsById, night } = board
  useCells({ picture, links: roving.ref }, { map, night: night.id, seatsById, isQuiet, stop })
  const size = useMemo(() => sizeOf(map.cells), [map])
  if (seats.length === 0) return null
  const { width, height } = size
  const viewBox = `0 0 ${width} ${height}`
  return (
    <div class="map">
      <svg class="map-picture" ref={picture} viewBox={viewBox} aria-hidden="true" />
      <svg
        class="map-links"
        viewBox={viewBox}
        role="group"
        aria-label="Map of the constituencies, one hexagon each. Arrow keys move; letters find a name."
        {...roving}
      />
      <Rings cells={map.cells} {...{ size, arrived, lead }} />
      <Caption seat={pointed.value === null ? undefined : board.seatsById[pointed.value]} />
    </div>
  )
}

type Placed = { readonly cell: MapCell; readonly seat: Seat }
type Roving = { readonly seats: readonly Placed[]; readonly pointed: Signal<string | null> }

/** One cell is the map's stop for the Tab key; keys move it, and so do focus and pointer. */
const useRoving = ({ seats, pointed }: Roving) => {
  const svg = useRef<SVGSVGElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = (seats.find(({ cell }) => cell.id === pointed.value) ?? seats[0])?.cell
    const to = from && nextCell(event, { from, seats, typed: typed.current })
    if (to === undefined) return
    event.preventDefault()
    svg.current?.querySelector<SVGElement>(`[data-cell="${to}"]`)?.focus()
  }
  const onPointed = ({ target }: Event): void => {
    const cell = target instanceof Element ? target.closest('[data-cell]') : null
    pointed.value = cell?.getAttribute('data-cell') ?? pointed.value
  }
  return { ref: svg, onKeyDown, onFocusIn: onPointed, onPointerOver: onPointed }
}

type Moving = {
  readonly from: MapCell
  readonly seats: readonly Placed[]
  readonly typed: { text: string; at: number }
}

/** Where a key leads, if it is one of the map's. */
const nextCell = (event: KeyboardEvent, { from, seats, typed }: Moving): string | undefined => {
  const step = keyToStep(event.key)
  if (step)
    return cellAfter(
      seats.map(({ cell }) => cell),
      from,
      step,
    ).id
  if (!/^\p{L}$/u.test(event.key) || event.ctrlKey || event.metaKey || event.altKey)
    return undefined
  typed.text = event.timeStamp - typed.at > pause ? event.key : typed.text + event.key
  typed.at = event.timeStamp
  const names = seats.map(({ cell, seat }) => [cell.id, seat.contest.constituency.name] as const)
  return cellNamed(names, typed.text, from.id)
}

type RingsProps = Pick<MapProps, 'arrived' | 'lead'> & {
  readonly cells: readonly MapCell[]
  readonly size: Size
}

/** More than so many at once are not news but a picture that was caught up. */
const mostPulses = 12

/** Where the strap's seat is, and one pulse for each seat that came in: over the map, which stands still meanwhile. */
const Rings = ({ cells, size, arrived, lead }: RingsProps) => {
  const pulses = arrived.length <= mostPulses ? arrived : []
  return (
    <div
      class="rings"
      style={{ 'aspect-ratio': `${size.width} / ${size.height}` }}
      aria-hidden="true"
    >
      {cells
        .filter(({ id }) => pulses.includes(id))
        .map((cell) => (
          <Ring key={cell.id} kind="ring-new" radius={26} {...{ cell, size }} />
        ))}
      {cells
        .filter(({ id }) => id === lead)
        .map((cell) => (
          <Ring key="lead" kind="ring-lead" radius={21} {...{ cell, size }} />
        ))}
    </div>
  )
}

type RingProps = {
  readonly cell: MapCell
  readonly size: Size
  readonly kind: 'ring-new' | 'ring-lead'
  readonly radius: number
}

/** A picture each: one that moves within a drawing has all of it painted again, in every frame. */
const Ring = ({ cell, size, kind, radius }: RingProps) => {
  const { x, y } = centreOf(cell)
  const room = radius + 3
  const part = (length: number, whole: number): string => `${(100 * length) / whole}%`
  return (
    <svg
      class={`ring ${kind}`}
      viewBox={`${-room} ${-room} ${2 * room} ${2 * room}`}
      style={{
        left: part(x - room, size.width),
        top: part(y - room, size.height),
        width: part(2 * room, size.width),
      }}
    >
      <circle r={radius} />
    </svg>
  )
}

/** The name of the cell under the pointer or the focus. */
const Caption = ({ seat }: { readonly seat: Seat | undefined }) => (
  <p class="map-caption" aria-hidden="true">
    {seat && cellLook(seat, false).name}
  </p>
)
