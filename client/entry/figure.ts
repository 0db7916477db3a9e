/** What somebody wrote into a box for a figure. */
export type Figure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'whole'; readonly count: number }
  | { readonly kind: 'unclear'; readonly words: string }

const most = 1_000_000
const spaces = /[\s\u00A0\u2009\u202F]+/g
const plainDigits = /^\d+$/
const groupedDigits = /^\d{1,3}(?:,\d{3})+$/

/** "11,719", "11 719" and "11719" are one figure; half of one, "11,71", is none. [ENT1] */
export const figureIn = (text: string): Figure => {
  const written = text.trim()
  if (written === '') return { kind: 'empty' }
  const digits = written.replaceAll(spaces, ',')
  if (/^[\d,]+$/.test(digits) && !plainDigits.test(digits) && !groupedDigits.test(digits)) {
    return { kind: 'unclear', words: `“${written}” looks half written: is a digit missing?` }
  }
  const count = Number(digits.replaceAll(',', ''))
  if (!/^[\d,]+$/.test(digits))
    return { kind: 'unclear', words: `“${written}” is not a whole number.` }
  if (count > most) return { kind: 'unclear', words: `“${written}” is more than any seat has.` }
  return { kind: 'whole', count }
}

/** The figure, or null where there is none to count with. */
export const countOf = (figure: Figure | undefined): number | null =>
  figure?.kind === 'whole' ? figure.count : null
