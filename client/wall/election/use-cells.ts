import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type CellPlaces, type CellsPicture, createCells } from './cells.ts'
import type { HexMap } from './map-file.ts'

type Cells = CellsPicture & { readonly map: HexMap; readonly night: string }

type Places = { readonly [place in keyof CellPlaces]: RefObject<SVGSVGElement | null> }

/** Keeps a map's cells in elements that have nothing else, from picture to picture. */
export const useCells = (places: Places, { map, night, ...now }: Cells): void => {
  const draw = useRef<((picture: CellsPicture) => void) | null>(null)
  useLayoutEffect(() => {
    const [picture, links] = [places.picture.current, places.links.current]
    if (!picture || !links) return
    draw.current = createCells({ picture, links }, map.cells, night)
    return () => {
      picture.replaceChildren()
      links.replaceChildren()
    }
  }, [map, night])
  useLayoutEffect(() => draw.current?.(now))
}
