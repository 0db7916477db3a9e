import type { MapCell } from './map-file.ts'

/** Radius of a cell's room; what is drawn is a little less, so that a gap is left. */
const radius = 12
const drawn = 10.9
const half = (Math.sqrt(3) / 2) * radius

export const centreOf = ({ x, y }: MapCell): { readonly x: number; readonly y: number } => ({
  x: (x + 1) * half,
  y: y * 1.5 * radius + radius,
})

const corner = (index: number): string => {
  const angle = (Math.PI / 3) * index + Math.PI / 6
  return `${(Math.cos(angle) * drawn).toFixed(2)} ${(Math.sin(angle) * drawn).toFixed(2)}`
}

/** A hexagon that stands on a point, around 0 0. */
export const hexagonPath = `M${[0, 1, 2, 3, 4, 5].map(corner).join('L')}Z`

/** The size that holds all cells. */
export const sizeOf = (
  cells: readonly MapCell[],
): { readonly width: number; readonly height: number } => ({
  width: Math.ceil((Math.max(0, ...cells.map(({ x }) => x)) + 2) * half),
  height: Math.max(0, ...cells.map(({ y }) => y)) * 1.5 * radius + 2 * radius,
})

const rowsByCells = new WeakMap<readonly MapCell[], readonly (readonly MapCell[])[]>()

/** The cells from north to south, a list a row; the same lists for the same map. */
export const rowsOf = (cells: readonly MapCell[]): readonly (readonly MapCell[])[] => {
  const known = rowsByCells.get(cells)
  if (known) return known
  const rows = new Map<number, MapCell[]>()
  for (const cell of cells) rows.set(cell.y, [...(rows.get(cell.y) ?? []), cell])
  const list = [...rows.values()]
  rowsByCells.set(cells, list)
  return list
}
