const classes: readonly (readonly [RegExp, number])[] = [
  [/[ilj.,'’ I-]/, 0.31],
  [/[frt]/, 0.4],
  [/[mwMW&]/, 0.93],
  [/[A-Z]/, 0.77],
]

/** Ems that a heavy Archivo of ordinary width needs; a little more rather than less. */
export const emsOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) => sum + (classes.find(([of]) => of.test(letter))?.[1] ?? 0.63),
    0,
  )

/** How much wider the font is at 62 % and at 125 % of its width axis than at 100 %, measured. */
const narrowest = { stretch: 62, factor: 0.68 }
const widest = { stretch: 125, factor: 1.235 }

/**
 * How wide to set one line so that it fills, and never leaves, a measure of so many ems: the width axis first,
 * up to `most` per cent, and smaller only when the narrowest cut is still too long.
 */
export const fit = (text: string, ems: number, most?: number): Record<string, string> =>
  fitTo(ems / emsOf(text), most)

/** The same for what has so much room, where 1 is what it needs at ordinary width. */
export const fitTo = (factor: number, most = widest.stretch): Record<string, string> => {
  const side = factor < 1 ? narrowest : widest
  const wanted = 100 + ((factor - 1) / (side.factor - 1)) * (side.stretch - 100)
  const stretch = Math.max(narrowest.stretch, Math.min(most, inSteps(wanted, 6, narrowest.stretch)))
  const scale = inSteps(Math.min(1, factor / narrowest.factor), 0.05)
  return { '--stretch': `${stretch}%`, '--scale': scale.toFixed(2) }
}

/** The narrowest cut at four fifths of its size: beyond that a sentence loses its end, and not all of it its reader. */
const smallest = 0.544

/** As many words of a sentence as one line of so many ems holds, and "…" where those are not all. */
export const cutTo = (text: string, ems: number): string => {
  let cut = text
  while (/ /.test(cut) && emsOf(cut) * smallest > ems) cut = cut.replace(/\W+\S*$/, '…')
  return cut
}

/** Each width and each size is a font of its own, which costs a screen milliseconds when it is first drawn. */
const inSteps = (value: number, step: number, from = 0): number =>
  from + Math.floor((value - from) / step + 1e-9) * step
