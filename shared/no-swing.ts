import { baselineWinner, wasContested } from './baseline.ts'
import type { Baseline } from './contest.ts'
import { and } from './listing.ts'
import { partyOf } from './party.ts'
import type { NoSwing } from './result.ts'

type Question = {
  readonly pair: readonly [string, string]
  /** The parties of those who stand now. */
  readonly standing: readonly string[]
  readonly previous: Baseline
}

/**
 * Why there is no swing between two parties: the Speaker, persons without a party, parties that were not there to be
 * compared with. Null where there is one. [SWG4 SWG6]
 */
export const whyNoSwing = ({ pair, standing, previous }: Question): NoSwing | null => {
  const before = baselineWinner(previous)
  if ([...pair, before].includes('spk'))
    return { code: 'speaker', words: 'The Speaker’s seat has no swing.' }
  if (!wasContested(previous))
    return { code: 'one-party', words: 'Nobody stood against the winner last time.' }
  if (before === 'ind')
    return { code: 'independent', words: 'The last winner was a person without a party.' }
  if (pair.includes('ind') && hadIndependent(previous)) {
    return {
      code: 'independent',
      words: 'An independent stood last time too, and persons are not added up.',
    }
  }
  const missing = pair.find((party) => !standing.includes(party))
  if (missing !== undefined) {
    return { code: 'did-not-stand', words: `${partyOf(missing).short} did not stand this time.` }
  }
  const aside = stoodAside(standing, previous)
  if (aside.length < 2) return null
  const names = and(aside.map((party) => partyOf(party).short))
  return { code: 'stood-aside', words: `${names} did not stand this time.` }
}

/** Somebody without a party who had more than a twentieth: perhaps the same person, which the figures do not say. */
const hadIndependent = ({ votes, valid }: Baseline): boolean =>
  votes.some((row) => row.party === 'ind' && row.votes * 20 > valid)

/** Parties that had a tenth of the votes and left the field. [SWG6] */
const stoodAside = (standing: readonly string[], { votes, valid }: Baseline): string[] =>
  votes
    .filter(
      (row) => row.votes * 10 >= valid && row.party !== 'ind' && !standing.includes(row.party),
    )
    .map(({ party }) => party)
