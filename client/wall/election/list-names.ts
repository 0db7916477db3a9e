import { emsOf, fit } from '../../fit.ts'

/** Letters are set this narrow before they are set smaller. */
const widest = 80
/** A name may be this much smaller; below that it could not be read from five metres. */
const least = 0.95
/** How large the letters of two lines are, beside those of one. */
const onTwoLines = 37 / 40

type Style = Readonly<Record<string, string>>
export type SetName = { readonly lines: readonly string[]; readonly style: Style }

/** A name in a measure of so many ems: on one line, or on two where one would be too small. [GEW12] */
export const setName = (name: string, ems: number): SetName => {
  const style = fit(name, ems, widest)
  const lines = isLarge(style) ? [name] : halvesOf(name)
  return lines.length === 1
    ? { lines, style }
    : { lines, style: fit(longest(lines), ems / onTwoLines, widest) }
}

/** Whether a name can be read in this measure, be it on two lines. */
export const isReadable = (name: string, ems: number): boolean => isLarge(setName(name, ems).style)

const isLarge = (style: Style): boolean => Number(style['--scale']) >= least

/** As many of a list as have room, in lines: a name on two takes one and a half. [GEW12] */
export const withRoom = <Line extends { readonly name: SetName }>(
  all: readonly Line[],
  lines: number,
): readonly Line[] => {
  const shown: Line[] = []
  let room = lines
  for (const line of all) {
    room -= line.name.lines.length === 1 ? 1 : 1.5
    if (room < 0) break
    shown.push(line)
  }
  return shown
}

/** Cut between two words, where the longer part is shortest; one word stays whole. */
const halvesOf = (name: string): readonly string[] => {
  const words = name.split(' ')
  const cuts = words.slice(1).map((_, place) => {
    const lines = [words.slice(0, place + 1).join(' '), words.slice(place + 1).join(' ')]
    return { lines, width: emsOf(longest(lines)) }
  })
  return cuts.toSorted((a, b) => a.width - b.width)[0]?.lines ?? [name]
}

const longest = (lines: readonly string[]): string =>
  lines.toSorted((a, b) => emsOf(b) - emsOf(a))[0] ?? ''
