import type { Baseline, Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { Instant } from '@night/shared/instant'
import { instant, milliseconds } from '@night/shared/time'
import { baselineOf } from './baseline.ts'
import type { SeatRow } from './columns.ts'
import { crossFoot } from './cross-foot.ts'
import { electionName } from './elections.ts'
import { expectedOf } from './expected.ts'
import type { Finding } from './finding.ts'
import { heldSince } from './held-since.ts'
import { holderInCause, type LastWon, lastWon } from './holder.ts'
import type { Known } from './known.ts'
import { type Nomination, nominate } from './nomination.ts'
import { predecessorOf } from './predecessor.ts'
import { seatKey } from './seat-name.ts'

/** One seat of the night: its contest, what was read out there, and when, if that is known. */
export type Draft = {
  readonly contest: Contest
  readonly figures: Omit<Declaration, 'declaredAt'>
  readonly declaredAt: Instant | null
}

type Drafted = { readonly draft: Draft | null; readonly findings: readonly Finding[] }

/** One row of constituencies.csv becomes a seat of the night, with whatever does not tie in it. */
export const draftOf = (row: SeatRow, known: Known): Drafted => {
  const nominations = nominate(known.candidatesBySeat.get(row.id) ?? [], known.kind)
  const previous = baselineOf(
    known.previousBySeat.get(row.id) ?? [],
    electionName(known.lastElection),
  )
  if (nominations.length === 0) {
    const words = '--candidates has nobody for this seat on that day.'
    const finding = { weight: 'refused', seat: row.name, code: 'no-candidates', words } as const
    return { draft: null, findings: [finding] }
  }
  const draft = {
    contest: contestOf({ row, nominations, previous }, known),
    figures: figuresOf(row, nominations),
    declaredAt: timeOf(row, known),
  }
  const findings = crossFoot(draft, row.majority, known)
  return { draft, findings: [...baselineFindings(row, previous), ...findings] }
}

/** A seat that is new has no baseline, and nobody gains or holds it. */
const baselineFindings = ({ id, name }: SeatRow, previous: Baseline | null): Finding[] => {
  if (previous !== null) return []
  const words = `--previous does not have ${id}: whoever is elected there wins it, neither gains nor holds.`
  return [{ weight: 'flagged', seat: name, code: 'no-previous', words }]
}

type Facts = {
  readonly row: SeatRow
  readonly nominations: readonly Nomination[]
  readonly previous: Baseline | null
}

const contestOf = ({ row, nominations, previous }: Facts, known: Known): Contest => {
  const { id, name, region, country, electorate, cause } = row
  const overlaps = known.overlapsBySeatKey.get(seatKey(name)) ?? []
  const expectedAt = expectedOf(row, known)
  const predecessor = predecessorOf(name, known.date, overlaps)
  const won = lastWon(previous, known.byElectionsBySeatKey.get(seatKey(name)) ?? [])
  const holder = holderInCause(cause) ?? won?.party ?? null
  return {
    constituency: { id, name, region, country },
    electorate,
    candidates: nominations.map(({ candidate }) => candidate),
    previous,
    holder,
    heldSince: won && isWonBy(won, holder) ? sinceOf(won, id, known) : null,
    ...(cause !== null && { cause }),
    ...(predecessor !== null && { predecessor }),
    ...(expectedAt !== null && { expectedAt }),
  }
}

/** A member without the whip sits where a party won; one who crossed to another party, where that party never did. */
const isWonBy = ({ party }: LastWon, holder: string | null): boolean =>
  holder === party || holder === 'ind'

/** Null where an independent took it: "ind" would be read as a member of last time's party who lost the whip. */
const sinceOf = ({ party, takenOn }: LastWon, id: string, known: Known): string | null => {
  if (takenOn === null) return heldSince(party, known.date, known.heldBySeat.get(id) ?? [])
  return party === 'ind' ? null : takenOn
}

const figuresOf = (row: SeatRow, nominations: readonly Nomination[]): Draft['figures'] => ({
  constituency: row.id,
  revision: 1,
  votes: nominations.map(({ candidate, votes }) => ({ candidate: candidate.id, votes })),
  valid: row.valid,
  rejected: row.rejected,
  electorate: row.electorate,
  verified: null,
  majority: null,
  elected: null,
  drawnByLot: null,
  reason: null,
})

const timeOf = (row: SeatRow, known: Known): Instant | null => {
  const [told] = known.timesBySeatKey.get(seatKey(row.name)) ?? []
  const declaredAt = told?.declaredAt ?? row.declaredAt
  return declaredAt === null ? null : instant(milliseconds(declaredAt))
}
