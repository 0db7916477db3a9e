import type { Board } from '@night/shared/board'
import type { ResultEvent } from '@night/shared/event'
import { decimal, fractionToNumber } from '@night/shared/figures'
import { isPerson, partyOf } from '@night/shared/party'
import { swingNeeded } from '@night/shared/tally/battleground'
import { declaredIn } from '@night/shared/tally/seats'
import { type SwingSoFar, swingSoFar } from '@night/shared/tally/swing'

/** Points by which a seat has to differ from what the night so far would give, and seats that make a night so far. */
const beyond = 5
const enough = 20

/** The share of a majority that nobody expects to fall, where there is no swing so far. */
const safe = 0.2

/**
 * Why a result is an upset: a gain that needed at least five points more than the swing so far, or a hold although
 * the swing so far reaches five points further. Between parties only, and where there is a swing so far. Before twenty
 * seats: a majority of 20 per cent overturned. [ALR7]
 */
export const upsetWords = (event: ResultEvent, before: Board): string | null =>
  declaredIn(before).length < enough ? safeSeatFell(event) : againstTheSwing(event, before)

const safeSeatFell = ({ result }: ResultEvent): string | null => {
  const share = result.overturned?.share ?? 0
  return share < safe ? null : `Upset: a majority of ${decimal(share * 100)}% fell.`
}

const againstTheSwing = (event: ResultEvent, before: Board): string | null => {
  const { verdict, candidates } = event.result
  const previous = before.seatsById[event.constituency.id]?.contest.previous
  const isGain = verdict.kind === 'gain'
  const from = isGain ? verdict.from : verdict.party
  const to = isGain ? verdict.party : candidates[1]?.party
  if (!previous || from === null || to === undefined || from === to) return null
  if (isPerson(from) || isPerson(to)) return null
  const soFar = swingSoFar(before, { from, to })
  if (!soFar) return null
  const needed = fractionToNumber(swingNeeded(previous, { from, to }))
  const reached = soFar.to === to ? soFar.points.value : -soFar.points.value
  if ((isGain ? needed - reached : reached - needed) < beyond) return null
  const figures = `needed ${decimal(needed)} points, swing so far ${decimal(soFar.points.value)}${back(soFar, to)}`
  return isGain ? `Upset: ${figures}.` : `Upset: held against the swing (${figures}).`
}

/** Where the swing so far goes the other way it says which: " Con to Lab". */
const back = (soFar: SwingSoFar, to: string): string =>
  soFar.to === to ? '' : ` ${partyOf(soFar.from).short} to ${partyOf(soFar.to).short}`
