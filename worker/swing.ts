import { baselineVotes, baselineWinner, wasContested } from '@night/shared/baseline'
import type { Baseline } from '@night/shared/contest'
import { fraction, fractionToNumber, minus, printed, times } from '@night/shared/figures'
import { partyOf } from '@night/shared/party'
import type { CandidateResult, NoSwing, Swing } from '@night/shared/result'

type Poll = {
  readonly candidates: readonly CandidateResult[]
  readonly valid: number
  readonly previous: Baseline | null
}

type Answer = { readonly swing: Swing | null; readonly noSwing: NoSwing | null }

/**
 * Butler swing in percentage points of all valid votes: half the change in the winner's lead over the comparison
 * party, which is last time's winner on a gain and today's runner-up on a hold. It is never negative: a hold that
 * lost ground is a swing the other way. Where it would say nothing, there is none, and the reason. [SWG1–SWG4 SWG6]
 */
export const swing = ({ candidates, valid, previous }: Poll): Answer => {
  const winner = candidates[0]?.party
  if (previous === null || winner === undefined)
    return none('no-baseline', 'Nothing was there before.')
  const before = baselineWinner(previous)
  const compared = winner === before ? candidates[1]?.party : before
  if (compared === undefined || compared === winner)
    return none('one-party', 'There is nobody to compare with.')
  const reason = whyNot({
    pair: [winner, compared],
    before,
    standing: candidates.map(({ party }) => party),
    previous,
  })
  if (reason) return { swing: null, noSwing: reason }
  const now = (party: string) =>
    candidates.find((candidate) => candidate.party === party)?.votes ?? 0
  const leadNow = fraction(now(winner) - now(compared), valid)
  const then = (party: string) => votesThen(previous, party)
  const leadThen = fraction(then(winner) - then(compared), previous.valid)
  const points = times(minus(leadNow, leadThen), 100, 2)
  const isBack = points.top < 0n
  const size = isBack ? { ...points, top: -points.top } : points
  const [from, to] = isBack ? [winner, compared] : [compared, winner]
  const newParty = [winner, compared].some((party) => then(party) === 0)
  return {
    swing: { from, to, points: fractionToNumber(size), printed: printed(size), newParty },
    noSwing: null,
  }
}

const none = (code: NoSwing['code'], words: string): Answer => ({
  swing: null,
  noSwing: { code, words },
})

type Question = {
  readonly pair: readonly [string, string]
  readonly before: string
  readonly standing: readonly string[]
  readonly previous: Baseline
}

/** The Speaker, persons without a party, and parties that were not there to be compared with. [SWG4] */
const whyNot = ({ pair, before, standing, previous }: Question): NoSwing | null => {
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
  const names = aside.map((party) => partyOf(party).short).join(' and ')
  return { code: 'stood-aside', words: `${names} did not stand this time.` }
}

/** Somebody without a party who had more than a twentieth: perhaps the same person, which the figures do not say. */
const hadIndependent = ({ votes, valid }: Baseline): boolean =>
  votes.some((row) => row.party === 'ind' && row.votes * 20 > valid)

/** Independents are persons: whoever stands today without a party counts as new. */
const votesThen = (previous: Baseline, party: string): number =>
  party === 'ind' ? 0 : baselineVotes(previous, party)

/** Parties that had a tenth of the votes and left the field. [SWG6] */
const stoodAside = (standing: readonly string[], { votes, valid }: Baseline): string[] =>
  votes
    .filter(
      (row) => row.votes * 10 >= valid && row.party !== 'ind' && !standing.includes(row.party),
    )
    .map(({ party }) => party)
