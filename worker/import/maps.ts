import type { Contest } from '@night/shared/contest'
import { z } from 'zod'

const whole = z.int()

/** A hexagon map as Open Innovations publish it: odd-r, so odd rows stand half a cell to the right; r counts north. */
export const HexJson = z.looseObject({
  layout: z.literal('odd-r'),
  hexes: z.record(z.string(), z.looseObject({ n: z.string(), q: whole, r: whole })),
})
export type HexJson = z.infer<typeof HexJson>

/**
 * One constituency. `x` counts half cells from the west, `y` rows from the north, so that neighbours in a row are two
 * apart and `x + y` is even everywhere (or odd everywhere).
 */
type MapCell = {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly region: string
}

type HexMap = {
  readonly map: string
  readonly source: string
  readonly cells: readonly MapCell[]
}

/** Codes that a boundary review gave out anew and that maps still have as they were: old to new. */
const aliases: Readonly<Record<string, string>> = {
  S14000006: 'S14000107',
  S14000008: 'S14000108',
  S14000010: 'S14000109',
  S14000040: 'S14000110',
  S14000058: 'S14000111',
}

type Parts = {
  readonly map: string
  readonly hexes: HexJson['hexes']
  readonly contests: readonly Contest[]
}

/** The map of a night's constituencies, one cell for each; throws where a seat or a cell is alone. [MAP1 MAP2] */
export const hexesToMap = ({ map, hexes, contests }: Parts): HexMap => {
  const regions = new Map(
    contests.map(({ constituency }) => [constituency.id, constituency.region]),
  )
  const placed = Object.entries(hexes).map(([code, { q, r }]) => ({
    id: regions.has(code) ? code : (aliases[code] ?? code),
    x: 2 * q + (Math.abs(r) % 2),
    r,
  }))
  const alone = [
    ...placed.filter(({ id }) => !regions.has(id)),
    ...[...regions.keys()]
      .filter((id) => placed.every((cell) => cell.id !== id))
      .map((id) => ({ id })),
  ]
  if (alone.length > 0 || placed.length !== regions.size) {
    throw new Error(`The map and the night differ: ${alone.map(({ id }) => id).join(', ')}`)
  }
  const west = Math.min(...placed.map(({ x }) => x))
  const north = Math.max(...placed.map(({ r }) => r))
  return {
    map,
    source: 'Open Innovations, MIT licence',
    cells: placed
      .map(({ id, x, r }) => ({ id, x: x - west, y: north - r, region: regions.get(id) ?? '' }))
      .toSorted((a, b) => a.y - b.y || a.x - b.x),
  }
}

/** As the file has it: one cell a line, so that a change can be read. */
export const mapToText = ({ cells, ...head }: HexMap): string => {
  const lines = cells.map((cell) => JSON.stringify(cell)).join(',\n')
  return `${JSON.stringify(head).slice(0, -1)},"cells":[\n${lines}\n]}\n`
}
