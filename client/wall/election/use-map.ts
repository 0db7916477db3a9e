import type { Board } from '@night/shared/board'
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals'
import { fetchMap, type HexMap, mapNameOf } from './map-file.ts'

const again = 10_000

/** The night's map as soon as it is there; it is asked for again until it is. Null for seats that it does not have. */
export const useMap = (board: Board): ReadonlySignal<HexMap | null> => {
  const map = useSignal<HexMap | null>(null)
  const name = mapNameOf(board)
  useSignalEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async (): Promise<void> => {
      const found = await fetchMap(name)
      if (isOver) return
      if (found) map.value = found
      else waiting = setTimeout(() => void ask(), again)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(waiting)
    }
  })
  return map
}
