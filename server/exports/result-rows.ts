import type { Board } from '@night/shared/board'
import { declaredSeats, type DeclaredSeat } from '@night/shared/declared'
import type { Candidate } from '@night/shared/contest'
import type { NightDefinition } from '@night/shared/night'
import type { CandidateResult } from '@night/shared/result'

/** Texts, numbers, and an empty cell for what is not known or does not exist. */
type Cell = string | number | null
export type Row = Readonly<Record<string, Cell>>

/** What every row says of its constituency. Programs find columns by name: a name never changes, new ones may come. [EXP1] */
export const seatColumns = [
  'constituency_id',
  'constituency',
  'mode',
  'night',
  'region',
  'country',
  'declared_at',
  'published_at',
  'revision',
  'verdict',
  'verdict_party',
  'verdict_from',
  'verdict_against',
  'majority',
  'majority_share',
  'overturned',
  'turnout_share',
  'valid',
  'rejected',
  'electorate',
  'swing_from',
  'swing_to',
  'swing_points',
  'swing_printed',
] as const

/** Every row ends with these: long texts with commas in them. */
export const lastColumns = ['records'] as const

export const candidateColumns = [
  'place',
  'candidate_id',
  'candidate',
  'party',
  'description',
  'votes',
  'share',
  'change',
  'elected',
  'deposit',
] as const

type Known = { readonly definition: NightDefinition; readonly board: Board }

/** One row a candidate of each declared constituency: by constituency code, then by votes. [EXP1] */
export const candidateRows = function* ({ definition, board }: Known): Generator<Row> {
  const contests = new Map(definition.contests.map((one) => [one.constituency.id, one]))
  for (const seat of inOrder(board)) {
    const row = seatRow(board, seat)
    const nominated = contests.get(seat.contest.constituency.id)?.candidates ?? []
    for (const [index, candidate] of seat.latest.result.candidates.entries()) {
      yield { ...row, place: index + 1, ...candidateCells(candidate, nominated) }
    }
  }
}

const inOrder = (board: Board): readonly DeclaredSeat[] =>
  declaredSeats(board).toSorted((a, b) =>
    a.contest.constituency.id < b.contest.constituency.id ? -1 : 1,
  )

const seatRow = ({ night }: Board, { contest, latest, firstAt, records }: DeclaredSeat): Row => {
  const { verdict, majority, overturned, swing, turnout } = latest.result
  return {
    constituency_id: contest.constituency.id,
    constituency: contest.constituency.name,
    mode: night.mode,
    night: night.id,
    region: contest.constituency.region,
    country: contest.constituency.country,
    declared_at: firstAt,
    published_at: latest.publishedAt,
    revision: latest.revision,
    verdict: verdict.kind,
    verdict_party: verdict.party,
    verdict_from: verdict.from,
    verdict_against: verdict.against,
    majority: majority.votes,
    majority_share: majority.share,
    overturned: overturned?.votes ?? null,
    turnout_share: turnout.share,
    valid: turnout.valid,
    rejected: turnout.rejected,
    electorate: turnout.electorate,
    swing_from: swing?.from ?? null,
    swing_to: swing?.to ?? null,
    swing_points: swing?.points ?? null,
    swing_printed: swing?.printed ?? null,
    records: records.map(({ text }) => text).join('; '),
  }
}

const candidateCells = (candidate: CandidateResult, nominated: readonly Candidate[]): Row => ({
  candidate_id: candidate.id,
  candidate: candidate.name,
  party: candidate.party,
  description: nominated.find(({ id }) => id === candidate.id)?.description ?? null,
  votes: candidate.votes,
  share: candidate.share,
  change: candidate.change,
  elected: candidate.elected ? 'yes' : 'no',
  deposit: candidate.deposit,
})

export const rankedColumns = ['first', 'second', 'third'].flatMap((place) =>
  ['', '_party', '_votes', '_share'].map((what) => place + what),
)

/** One row a declared constituency, with its first three by votes, whoever won a lot before them. [EXP2] */
export const constituencyRows = function* ({ board }: Known): Generator<Row> {
  for (const seat of inOrder(board)) {
    const cells = seat.latest.result.candidates
      .slice(0, 3)
      .flatMap(({ name, party, votes, share }) => [name, party, votes, share])
    const ranked = rankedColumns.map((name, index): [string, Cell] => [name, cells[index] ?? null])
    yield { ...seatRow(board, seat), ...Object.fromEntries(ranked) }
  }
}
