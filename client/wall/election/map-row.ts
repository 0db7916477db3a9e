import { partyOf } from '@night/shared/party'
import { drawing } from './drawing.ts'
import { letterPath } from './letters.ts'
import type { CellLook } from './map-cell.ts'

/** A cell's hexagon as a path and where its letter begins, which stay; and how it looks, which does not. */
type Cell = { readonly hexagon: string; readonly place: string; readonly look: CellLook | null }
type Attributes = Readonly<Record<string, string>>

/** Hexagons of one colour and edge, and their letters. */
type Group = { ground: string; letters: string; readonly look: CellLook }

/**
 * A row of the map as it is seen. Cells of one party and one verdict are one path: they do not touch, and a screen has
 * fewer things to style and to paint than 650 hexagons and their letters.
 */
export const createRow = (row: Element): ((cells: readonly Cell[]) => void) => {
  const paths = new Map<string, readonly [ground: SVGElement, letters: SVGElement]>()
  return (cells) => {
    const groups = groupsOf(cells)
    for (const [key, made] of paths) {
      if (groups.has(key)) continue
      for (const path of made) path.remove()
      paths.delete(key)
    }
    for (const [key, { ground, letters, look }] of groups) {
      const made = paths.get(key) ?? begin(row, look)
      paths.set(key, made)
      setPath(made[0], ground)
      setPath(made[1], letters)
    }
  }
}

/** The broad edge of a gain is over the others, whichever came first. */
const begin = (row: Element, look: CellLook): readonly [SVGElement, SVGElement] => {
  const ground = drawing('path', groundOf(look))
  const letters = drawing('path', { class: 'cell-letter', ...lettersOf(look) })
  if (look.verdict === 'gain') row.append(ground, letters)
  else row.prepend(ground, letters)
  return [ground, letters]
}

const groupsOf = (cells: readonly Cell[]): ReadonlyMap<string, Group> => {
  const groups = new Map<string, Group>()
  for (const { hexagon, place, look } of cells) {
    if (look === null) continue
    const key = `${look.state} ${look.party ?? ''} ${look.verdict ?? ''}`
    const group = groups.get(key) ?? { ground: '', letters: '', look }
    groups.set(key, group)
    group.ground += hexagon
    if (look.letter !== '') group.letters += letterPath(look.letter, place)
  }
  return groups
}

const setPath = (path: SVGElement, d: string): void => {
  if (path.getAttribute('d') !== d) path.setAttribute('d', d)
}

const mixed = (colour: string, share: number, other: string): string =>
  `color-mix(in srgb, ${colour} ${share}%, var(${other}))`

/** The colours of a party's hexagons; a seat to come has the map's. */
const groundOf = ({ party, state, verdict }: CellLook): Attributes => {
  const names = `cell-ground cell-${state}${verdict === 'gain' ? ' cell-gain' : ''}`
  if (party === null) return { class: names }
  const { colour } = partyOf(party)
  return state === 'defended'
    ? { class: names, fill: mixed(colour, 26, '--ground'), stroke: mixed(colour, 62, '--ground') }
    : { class: names, fill: colour }
}

const lettersOf = ({ party, state }: CellLook): Attributes => {
  if (party === null) return {}
  const { colour, ink } = partyOf(party)
  return { stroke: state === 'defended' ? mixed(colour, 45, '--faint-letter') : ink }
}
