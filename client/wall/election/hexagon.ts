import { onceFor } from '@night/shared/once-for'
import type { MapCell } from './map-file.ts'

/** Radius of a cell's room; what is drawn is a little less, so that a gap is left. */
const radius = 12
const drawn = 10.9
const half = (Math.sqrt(3) / 2) * radius

export type Point = { readonly x: number; readonly y: number }

export const centreOf = ({ x, y }: MapCell): Point => ({
  x: (x + 1) * half,
  y: y * 1.5 * radius + radius,
})

const corners = [0, 1, 2, 3, 4, 5].map((index): Point => {
  const angle = (Math.PI / 3) * index + Math.PI / 6
  return { x: Math.cos(angle) * drawn, y: Math.sin(angle) * drawn }
})

/** A hexagon that stands on a point, around a point of the map, corner by corner. */
export const hexagonPoints = ({ x, y }: Point): string =>
  corners.map((corner) => `${(x + corner.x).toFixed(2)} ${(y + corner.y).toFixed(2)}`).join(', ')

/**
 * The same as a path, in its own place: one that is moved there costs a screen a multiple, since 650 moves are 650 things
 * to paint apart.
 */
export const pointsToPath = (points: string): string => `M${points.replaceAll(', ', 'L')}Z`

export type Size = { readonly width: number; readonly height: number }

/** The size that holds all cells. */
export const sizeOf = (cells: readonly MapCell[]): Size => ({
  width: Math.ceil((Math.max(0, ...cells.map(({ x }) => x)) + 2) * half),
  height: Math.max(0, ...cells.map(({ y }) => y)) * 1.5 * radius + 2 * radius,
})

/** The cells from north to south, a list a row; the same lists for the same map. */
export const rowsOf = onceFor((cells: readonly MapCell[]): readonly (readonly MapCell[])[] => {
  const rows = new Map<number, MapCell[]>()
  for (const cell of cells) rows.set(cell.y, [...(rows.get(cell.y) ?? []), cell])
  return [...rows.values()]
})
