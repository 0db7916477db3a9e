import type { Declaration } from '@night/shared/declaration'
import { leadersOf, objectionsTo, type ReadOut, readOutToStep, withMoved } from '../read-out.ts'
import type { Source } from '../source.ts'
import type { Step } from '../step.ts'

/** A swing between two parties, in points of the valid votes, and how each seat differs from it. */
type Swing = {
  readonly from: string
  readonly to: string
  readonly points: number
  readonly lean: readonly number[]
}

const landslidePoints = 8

/** Whoever won the night wins it by a landslide. Figures stay such that they pass where the real ones did. */
export const landslide = ({ readOuts, random }: Source): Step[] => {
  const { first, second } = partiesOf(readOuts)
  const lean = readOuts.map(() => 0.8 + 0.4 * random())
  const swing = { from: second, to: first, points: landslidePoints, lean }
  return swung(readOuts, swing).map((readOut) => readOutToStep(readOut, whyOf(swing)))
}

const farthest = 30

/** The other way, as far as it takes until nobody has a majority. */
export const hung = ({ readOuts, random }: Source): Step[] => {
  const { first, second } = partiesOf(readOuts)
  const lean = readOuts.map(() => 0.8 + 0.4 * random())
  for (let points = 0; ; points += 1) {
    const swing = { from: first, to: second, points, lean }
    const after = swung(readOuts, swing)
    const isHung = Math.max(0, ...seatsByParty(after).values()) <= Math.floor(after.length / 2)
    if (isHung || points >= farthest)
      return after.map((readOut) => readOutToStep(readOut, whyOf(swing)))
  }
}

const whyOf = ({ from, to, points }: Swing): string =>
  `As it was read out, with about ${points} points from ${from} to ${to}.`

/** The party of who is in front. */
const winnerOf = (readOut: ReadOut): string => {
  const id = leadersOf(readOut)?.first.candidate ?? readOut.declaration.votes[0]?.candidate
  return readOut.contest.candidates.find((one) => one.id === id)?.party ?? ''
}

const seatsByParty = (readOuts: readonly ReadOut[]): Map<string, number> => {
  const seats = new Map<string, number>()
  for (const party of readOuts.map(winnerOf)) seats.set(party, (seats.get(party) ?? 0) + 1)
  return seats
}

/** The two parties with most seats; where only one has any, the other is who has most votes besides. */
const partiesOf = (readOuts: readonly ReadOut[]) => {
  const seats = seatsByParty(readOuts)
  const votes = new Map<string, number>()
  for (const { declaration, contest } of readOuts) {
    for (const { id, party } of contest.candidates) {
      const own = declaration.votes.find(({ candidate }) => candidate === id)?.votes ?? 0
      votes.set(party, (votes.get(party) ?? 0) + own)
    }
  }
  const [first = ['', 0], second = ['', 0]] = [...votes].toSorted(
    ([a, some], [b, others]) => (seats.get(b) ?? 0) - (seats.get(a) ?? 0) || others - some,
  )
  return { first: first[0], second: second[0] }
}

const swung = (readOuts: readonly ReadOut[], swing: Swing): ReadOut[] =>
  readOuts.map((readOut, place) => {
    const points = swing.points * (swing.lean[place] ?? 1)
    return { ...readOut, declaration: soundly(readOut, { ...swing, points }) }
  })

/** As much of the swing as leaves figures that nothing speaks against: all, half, a quarter, or none. */
const soundly = (readOut: ReadOut, swing: Swing): Declaration =>
  [1, 0.5, 0.25]
    .map((part) => moved(readOut, { ...swing, points: swing.points * part }))
    .find((declaration) => objectionsTo(declaration, readOut).length === 0) ?? readOut.declaration

/** At most nine in ten votes leave a candidate. */
const mostLeave = 0.9

const moved = ({ declaration, contest }: ReadOut, { from, to, points }: Swing): Declaration => {
  const candidateOf = (party: string) => contest.candidates.find((one) => one.party === party)?.id
  const [giver, taker] = [candidateOf(from), candidateOf(to)]
  const has = declaration.votes.find(({ candidate }) => candidate === giver)?.votes
  if (giver === undefined || taker === undefined || has === undefined) return declaration
  const wanted = Math.round((declaration.valid * points) / 100)
  const votes = Math.min(wanted, Math.floor(has * mostLeave))
  return withMoved({ ...declaration, drawnByLot: null }, { from: giver, to: taker, votes })
}
