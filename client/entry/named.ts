import type { Candidate, Contest } from '@night/shared/contest'
import { grouped } from '@night/shared/figures'
import { partyOf } from '@night/shared/party'
import { type Form, votesOf } from './form.ts'
import { byVotes, levelOf } from './leaders.ts'

/** What the figures come to. */
export type Outcome =
  | { readonly kind: 'won'; readonly winner: Candidate; readonly majority: number }
  | { readonly kind: 'level'; readonly between: readonly Candidate[]; readonly votes: number }

/** Who would be elected by these figures, with the lot where one was drawn; null while figures are missing. */
export const outcomeOf = (form: Form, contest: Contest, lot: string): Outcome | null => {
  const votes = votesOf(form)
  if (votes === null) return null
  const [first, second] = byVotes(votes)
  const level = levelOf(votes)
  const between = contest.candidates.filter(({ id }) => level.includes(id))
  const winner = between.find(({ id }) => (level.length === 1 ? true : id === lot))
  if (winner) return { kind: 'won', winner, majority: (first?.votes ?? 0) - (second?.votes ?? 0) }
  return { kind: 'level', between, votes: first?.votes ?? 0 }
}

/** As the ballot paper has it: "Labour", "Independent". */
export const labelOf = ({ description, party }: Candidate): string =>
  description === '' ? partyOf(party).short : description

/** "Sarah Edwards, Labour, is elected with a majority of 1,316: is that the name that was read out?" [ENT5] */
export const electedWords = (outcome: Outcome): string => {
  if (outcome.kind === 'level') {
    const names = outcome.between.map(({ name }) => name).join(' and ')
    return `${names} are level on ${grouped(outcome.votes)}. Who won the lot?`
  }
  const { winner, majority } = outcome
  const how = majority === 0 ? 'by lot' : `with a majority of ${grouped(majority)}`
  return `${winner.name}, ${labelOf(winner)}, is elected ${how}: is that the name that was read out?`
}
