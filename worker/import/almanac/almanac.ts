import type { ByElection } from '@night/shared/almanac'
import type { CandidateRow, PreviousRow, SeatRow } from '../columns.ts'
import { type Draft, draftOf } from '../draft.ts'
import { lastGeneralElection } from '../elections.ts'
import type { Finding } from '../finding.ts'
import { knownOf } from '../known.ts'
import { type Contested, contestedOf } from './contested.ts'
import { corrected } from './corrections.ts'
import { exactByElection } from './exact.ts'
import { formerByElection } from './former-by-election.ts'
import { formerSeatName } from './former-seat-name.ts'
import { resultFindings } from './result-findings.ts'
import type { SinceRow, VerdictRow } from './rows.ts'

export type AlmanacSources = {
  readonly since: readonly SinceRow[]
  readonly seats: readonly SeatRow[]
  readonly verdicts: readonly VerdictRow[]
  readonly candidates: readonly CandidateRow[]
  /** Candidates of general elections, by year. */
  readonly generalByYear: ReadonlyMap<string, readonly PreviousRow[]>
}

export type MadeAlmanac = {
  readonly byElections: readonly ByElection[]
  readonly contests: readonly Contested[]
  readonly findings: readonly Finding[]
}

type Poll = {
  readonly row: SeatRow & { readonly date: string }
  readonly verdict: VerdictRow
  readonly draft: Draft
}

/** The almanac from the rows of its files: every by-election, and those since 2010 in full. */
export const almanacOf = (sources: AlmanacSources): MadeAlmanac => {
  const findings: Finding[] = []
  const polls = sources.seats.flatMap((row) => pollOf(row, sources, findings))
  const pollByKey = new Map(polls.map((poll) => [keyOf(poll.row.name, poll.row.date), poll]))
  const byElections = sources.since.map((row) => {
    const former = formerByElection(row)
    const poll = pollByKey.get(keyOf(row.listed, row.date))
    if (!poll) return former
    const exact = exactByElection(former, poll.draft, poll.verdict.majorityBefore)
    findings.push(...resultFindings(exact, former, poll.verdict))
    return exact
  })
  findings.push(...notListed(polls, byElections))
  return { byElections: byElections.toSorted(byDate), contests: contestsOf(polls), findings }
}

/** A seat's own row, drafted as for a night of its own; what does not tie goes into `findings`. */
const pollOf = (row: SeatRow, sources: AlmanacSources, findings: Finding[]): Poll[] => {
  const { date } = row
  const verdict = sources.verdicts.find((one) => one.seat === row.id && one.date === date)
  if (date === null || !verdict) return []
  const known = knownOf(date, {
    seats: [row],
    candidates: sources.candidates.filter((one) => one.date === date).map(corrected),
    previous: sources.generalByYear.get(lastGeneralElection(date).slice(0, 4)) ?? [],
    times: [],
    expected: [],
    held: [],
    overlaps: [],
  })
  const { draft, findings: found } = draftOf(row, known)
  const isOfNights = ({ code }: Finding) => code === 'no-time' || code === 'no-previous'
  findings.push(...found.filter((finding) => !isOfNights(finding)))
  return draft ? [{ row: { ...row, date }, verdict, draft }] : []
}

/** Polls that the table does not have under the same day and name, so that its row was left as it is. */
const notListed = (polls: readonly Poll[], byElections: readonly ByElection[]): Finding[] => {
  const listed = new Set(byElections.map(({ date, name }) => `${date} ${name}`))
  const words = '--since has no by-election of this name on that day.'
  return polls
    .filter(({ row }) => !listed.has(keyOf(row.name, row.date)))
    .map(({ row }) => ({ weight: 'flagged', seat: row.name, code: 'not-listed', words }))
}

const contestsOf = (polls: readonly Poll[]): Contested[] =>
  polls
    .map(({ row, verdict, draft }) => {
      const contested = contestedOf(draft, row, verdict)
      const name = formerSeatName(row.name, row.date)
      return { ...contested, constituency: { ...contested.constituency, name } }
    })
    .toSorted((a, b) =>
      byDate({ ...a, name: a.constituency.name }, { ...b, name: b.constituency.name }),
    )

const keyOf = (listed: string, date: string): string => `${date} ${formerSeatName(listed, date)}`

type Dated = { readonly date: string; readonly name: string }

/** By day, then by name. */
const byDate = (a: Dated, b: Dated): number => {
  const [x, y] = [`${a.date} ${a.name}`, `${b.date} ${b.name}`]
  return x === y ? 0 : x < y ? -1 : 1
}
