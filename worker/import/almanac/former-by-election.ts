import type { ByElection } from '@night/shared/almanac'
import { holderInCause } from '../holder.ts'
import { formerGroup, formerParty } from './former-party.ts'
import { formerSeatName } from './former-seat-name.ts'
import { formerSwing } from './former-swing.ts'
import type { SinceRow } from './rows.ts'

/** A row of the table as the almanac has it, by what the table alone says. */
export const formerByElection = (row: SinceRow): ByElection => {
  const { swing, apart } = formerSwing(row)
  const winner = formerParty(row.winner)
  const first = firstOf(row)
  const verdict = verdictOf(row)
  return {
    date: row.date,
    name: formerSeatName(row.listed, row.date),
    id: null,
    winner,
    holder: holderInCause(row.cause) ?? (row.holder === null ? null : formerParty(row.holder)),
    first,
    second: formerGroup(row.second, row),
    verdict,
    swing,
    overturned:
      verdict === null || verdict === 'win'
        ? { votes: null, points: null, certainty: 'unknown' }
        : overturnedOf(row, { winner, first, swing, verdict }),
    majority: { votes: null, points: null },
    turnout: row.turnout,
    cause: row.cause,
    apart,
    source: row.source,
  }
}

/** Whoever won the general election. Where the table has only "Oth", it says who held the seat; else the Speaker did. */
const firstOf = (row: SinceRow): string | null => {
  if (row.first !== 'Oth') return formerGroup(row.first, row)
  return row.holder === null ? 'spk' : formerParty(row.holder)
}

/**
 * Against the general election, which the table tells in groups ("Oth", "Nat"), so that what it calls a hold is one
 * there. Null where it does not know that election, or has the poll twice.
 */
const verdictOf = (row: SinceRow): ByElection['verdict'] => {
  if (row.type === 'win') return 'win'
  if (row.isGain === null || formerSwing(row).apart?.startsWith('The poll of')) return null
  const isGroup = row.first === 'Oth' || row.first === 'Nat'
  return row.isGain && !(isGroup && row.type === 'hold') ? 'gain' : 'hold'
}

/**
 * The lead of the first over today's winner at the general election, in points: twice the swing less the new majority,
 * both rounded by the source. That is the majority itself where the winner was second then and the first is today,
 * and no smaller otherwise.
 */
const overturnedOf = (
  row: SinceRow,
  { winner, first, swing, verdict }: Pick<ByElection, 'winner' | 'first' | 'swing' | 'verdict'>,
): ByElection['overturned'] => {
  const votes = row.majorityBefore
  const about = row.majorityAbout
  if (verdict !== 'gain' || about === null || swing?.from !== first || swing.to !== winner) {
    return { votes, points: null, certainty: 'unknown' }
  }
  return { votes, points: hundredths(2 * swing.points - about), certainty: 'at-most' }
}

const hundredths = (points: number): number => Math.round(points * 100) / 100
