import type { Candidate } from '@night/shared/contest'
import type { NightDefinition } from '@night/shared/night'
import type { CandidateRow } from './columns.ts'
import { hyphened } from './plain.ts'

/** Someone nominated, and the votes that the file gives. */
export type Nomination = { readonly candidate: Candidate; readonly votes: number }

/**
 * Those nominated in one seat in ballot order, by surname and then by first name, each with an id of its own.
 * Two of one name keep the order of the file. Labour and Co-operative is Labour, its description stays. [R17 R18]
 */
export const nominate = (
  rows: readonly CandidateRow[],
  kind: NightDefinition['kind'],
): Nomination[] => {
  const taken = new Set<string>()
  return rows
    .map((row) => ({ row, key: ballotKey(row, kind) }))
    .toSorted((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
    .map(({ row }) => {
      const name = `${row.firstName} ${row.surname}`.trim()
      const id = untaken(hyphened(name) || 'candidate', taken)
      taken.add(id)
      const { party, description, votes } = row
      return { candidate: { id, name, party, description }, votes }
    })
}

const ballotKey = ({ firstName, surname }: CandidateRow, kind: NightDefinition['kind']): string => {
  const sorted = kind === 'by-elections' ? lastWord(surname) : surname
  return `${hyphened(sorted)} ${hyphened(`${firstName} ${surname}`)}`
}

/**
 * By-election files keep middle names in the surname column: "Stuart Cooper" stands under Cooper. What follows a comma
 * or " of " is a title: "A Love, Emperor of India" stands under Love, "A L Emperor of India" under Emperor.
 */
const lastWord = (surname: string): string =>
  surname
    .replace(/,.*$| of .*$/i, '')
    .trim()
    .split(/\s+/)
    .at(-1) ?? ''

const untaken = (id: string, taken: ReadonlySet<string>): string => {
  let free = id
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`
  return free
}
