import type { Declaration } from '@night/shared/declaration'
import type { ResultEvent } from '@night/shared/event'
import type { Night } from '../../night.ts'

/** What was said of Tamworth when it was declared. */
export const tamworthOf = ({ board }: Night): ResultEvent => {
  const latest = board.seatsById['E14000986']?.latest
  if (!latest) throw new Error('the examples are of Tamworth, which this night does not have')
  return latest
}

/** The same as the returning officer read it out. */
export const readOut = ({ at, constituency, result }: ResultEvent): Declaration => ({
  constituency: constituency.id,
  revision: 1,
  declaredAt: at,
  votes: result.candidates.map(({ id, votes }) => ({ candidate: id, votes })),
  valid: result.turnout.valid,
  rejected: result.turnout.rejected,
  electorate: result.turnout.electorate,
  verified: null,
  majority: result.majority.votes,
  elected: result.candidates.find(({ elected }) => elected)?.id ?? null,
  drawnByLot: null,
  reason: null,
})
