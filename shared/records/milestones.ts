import { ordinal } from '../figures.ts'
import { and } from '../listing.ts'
import { inWords } from '../region.ts'
import { isPerson, partyName } from '../party.ts'
import type { Board } from '../board.ts'
import type { RecordLine } from '../result.ts'
import { type Entry, isPartyGain } from './entry.ts'
import type { Moment } from './facts.ts'

type Facts = { readonly subject: Entry; readonly earlier: readonly Entry[] }
type Line = Pick<RecordLine, 'id' | 'text' | 'weight'>

const multiples = ['', '', 'double', 'treble']

/** Several gains from one party by another on a night of by-elections: "double". [REC8] */
const together = ({ subject, earlier }: Facts): Line[] => {
  const gains = earlier.filter(
    ({ verdict, winner, before, date }) =>
      verdict === 'gain' &&
      winner === subject.winner &&
      before === subject.before &&
      date === subject.date,
  )
  if (!isPartyGain(subject) || gains.length === 0) return []
  const count = gains.length + 1
  const [winner, from] = [partyName(subject.winner), partyName(subject.before ?? '')]
  const multiple = multiples[count]
  const names = and([...gains, subject].map(({ name }) => name))
  const text = multiple
    ? `${multiple} for ${winner}, which gained ${names} from ${from} on one night`
    : `run of ${count} gains by ${winner} from ${from} on one night`
  return [{ id: 'together', text, weight: 75 }]
}

/** The seat that makes a majority of the House, said once. [REC8] */
const majority = ({ subject, earlier }: Facts, total: number): Line[] => {
  const line = Math.floor(total / 2) + 1
  const seats = earlier.filter(({ winner }) => winner === subject.winner).length + 1
  if (isPerson(subject.winner) || seats !== line) return []
  return [
    {
      id: 'majority',
      text: `${ordinal(line)} seat for ${partyName(subject.winner)}, an overall majority of the House`,
      weight: 100,
    },
  ]
}

const countsByNight = new WeakMap<Board['night'], ReadonlyMap<string, number>>()

/** How many seats each region has, counted once for a night, whose contests do not change. */
const seatsByRegion = ({ night, seatsById }: Board): ReadonlyMap<string, number> => {
  const known = countsByNight.get(night)
  if (known) return known
  const counts = new Map<string, number>()
  for (const { contest } of Object.values(seatsById)) {
    const { region } = contest.constituency
    counts.set(region, (counts.get(region) ?? 0) + 1)
  }
  countsByNight.set(night, counts)
  return counts
}

/** A party that had seats in a region and is left with none, said when the region's last seat is in. [REC8] */
const leftWithNone = ({ subject, earlier }: Facts, moment: Moment): Line[] => {
  const here = [...earlier, subject].filter(({ region }) => region === subject.region)
  if (here.length < (seatsByRegion(moment.board).get(subject.region) ?? 0)) return []
  const winners = new Set(here.map(({ winner }) => winner))
  const gone = new Set(
    here.flatMap(({ before }) =>
      before !== null && !isPerson(before) && !winners.has(before) ? [before] : [],
    ),
  )
  return [...gone].map((party) => ({
    id: `none-left:${party}`,
    text: `${partyName(party)} without a seat in ${inWords(subject.region)}`,
    weight: 66,
  }))
}

const lastOne = ({ earlier }: Facts, total: number): Line[] =>
  earlier.length + 1 === total
    ? [{ id: 'last-declaration', text: 'last seat to declare', weight: 38 }]
    : []

/** Lines that a night's own count brings. [REC8] */
export const milestones = (moment: Moment, facts: Facts): RecordLine[] => {
  const { night } = moment.board
  const total = [...seatsByRegion(moment.board).values()].reduce((sum, count) => sum + count, 0)
  const lines =
    night.kind === 'by-elections'
      ? together(facts)
      : [...majority(facts, total), ...leftWithNone(facts, moment), ...lastOne(facts, total)]
  const scope = night.title
  return lines.map((line) => ({ ...line, rank: 1, asAt: night.date, scope, proof: [] }))
}
