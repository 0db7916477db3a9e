import type { CandidateRow } from '../columns.ts'

type Correction = {
  readonly date: string
  readonly seat: string
  readonly surname: string
  readonly typed: number
  readonly meant: number
}

/**
 * Typing errors of the source that its other figures prove. Sheffield Brightside and Hillsborough 2016: with 14,087 the
 * votes come to the 22,581 that the same file has as valid, and the majority to its 9,590.
 */
const corrections: readonly Correction[] = [
  { date: '2016-05-05', seat: 'E14000921', surname: 'Furniss', typed: 14987, meant: 14087 },
]

/** The row as it was meant. A typing error that the source has put right since is left alone. */
export const corrected = (row: CandidateRow): CandidateRow => {
  const found = corrections.find(
    ({ date, seat, surname, typed }) =>
      row.date === date && row.seat === seat && row.surname === surname && row.votes === typed,
  )
  return found ? { ...row, votes: found.meant } : row
}
