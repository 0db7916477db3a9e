import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type CellsPicture, createCells } from './cells.ts'
import type { HexMap } from './map-file.ts'

type Cells = CellsPicture & { readonly map: HexMap; readonly night: string }

/** Keeps a map's cells in an element that has nothing else, from picture to picture. */
export const useCells = (
  svg: RefObject<SVGSVGElement | null>,
  { map, night, ...picture }: Cells,
): void => {
  const draw = useRef<((picture: CellsPicture) => void) | null>(null)
  useLayoutEffect(() => {
    const { current } = svg
    draw.current = current && createCells(current, map.cells, night)
    return () => current?.replaceChildren()
  }, [map, night])
  useLayoutEffect(() => draw.current?.(picture))
}
