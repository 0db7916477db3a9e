import type { MapCell } from './map-file.ts'

type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last'

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** The step that a key asks for, if it asks for one. */
export const keyToStep = (key: string): Step | undefined => steps[key]

/** The cell one step away: the nearest in that direction, over water too; the same at the edge. [GEW6] */
export const cellAfter = (cells: readonly MapCell[], from: MapCell, step: Step): MapCell => {
  if (step === 'first') return cells[0] ?? from
  if (step === 'last') return cells.at(-1) ?? from
  const ahead = cells.filter((cell) => isAhead(cell, from, step))
  return (
    ahead.reduce<MapCell | null>(
      (nearest, cell) =>
        nearest === null || distance(cell, from, step) < distance(nearest, from, step)
          ? cell
          : nearest,
      null,
    ) ?? from
  )
}

const isAhead = (cell: MapCell, from: MapCell, step: Step): boolean => {
  switch (step) {
    case 'left':
      return cell.y === from.y && cell.x < from.x
    case 'right':
      return cell.y === from.y && cell.x > from.x
    case 'up':
      return cell.y < from.y
    case 'down':
      return cell.y > from.y
    case 'first':
    case 'last':
      return true
  }
}

/** Rows weigh more than columns, so that up and down keep to the next row. */
const distance = (cell: MapCell, from: MapCell, step: Step): number => {
  const [across, along] = [Math.abs(cell.x - from.x), Math.abs(cell.y - from.y)]
  return step === 'left' || step === 'right' ? across : along * 100 + across
}

/** Whoever's name begins with what was typed, the next one after `from` and round again. [GEW6] */
export const cellNamed = (
  names: readonly (readonly [id: string, name: string])[],
  typed: string,
  from: string,
): string | undefined => {
  const wanted = typed.toLowerCase()
  const found = names.filter(([, name]) => name.toLowerCase().startsWith(wanted)).map(([id]) => id)
  if (wanted.length > 1 && found.includes(from)) return from
  return found[found.indexOf(from) + 1] ?? found[0]
}
