import type { Board } from '@night/shared/board'

/** One constituency: `x` half cells from the west, `y` rows from the north. */
export type MapCell = { readonly id: string; readonly x: number; readonly y: number }
export type HexMap = { readonly map: string; readonly cells: readonly MapCell[] }

/** The first code of England's boundaries of 2024. */
const firstOf2024 = 'E14001063'

/** Which map has this night's constituencies. [GEW4] */
export const mapNameOf = (board: Board): string =>
  Object.keys(board.seatsById).some((id) => id >= firstOf2024 && id < 'F') ? 'uk-2024' : 'uk-2010'

/** The map, or null where it cannot be had just now. */
export const fetchMap = async (name: string): Promise<HexMap | null> => {
  try {
    const response = await fetch(`/maps/${name}.json`)
    if (!response.ok) return null
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server's file
    return (await response.json()) as HexMap
  } catch {
    return null
  }
}
