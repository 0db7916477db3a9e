import type { Declaration } from '@night/shared/declaration'
import type { StatusCall } from '@night/shared/desk'
import { instant } from '@night/shared/time'
import type { Random } from '../random.ts'
import {
  isSound,
  leadersOf,
  nameOf,
  objectionsTo,
  readAt,
  type ReadOut,
  readOutToStep,
} from '../read-out.ts'
import type { Source } from '../source.ts'
import type { Step } from '../step.ts'

const minute = 60_000

/** The closest seats are counted again, put off until noon, called before there are figures, and drawn by lot. */
export const recountsAndTies = ({ readOuts, random }: Source): Step[] => {
  const [tied, ...close] = readOuts
    .filter((readOut) => isSound(readOut) && tiedOf(readOut) !== null)
    .toSorted((a, b) => leadOf(a) - leadOf(b))
  const turns = [recounted, adjourned, called, recounted, called, recounted]
  const told = new Map([
    ...(tied ? [[tied, drawn(tied, random)] as const] : []),
    ...turns.flatMap((turn, place) => {
      const readOut = close[place]
      return readOut ? [[readOut, turn(readOut)] as const] : []
    }),
  ])
  return readOuts.flatMap((readOut) => told.get(readOut) ?? [readOutToStep(readOut)])
}

const leadOf = (readOut: ReadOut): number => {
  const two = leadersOf(readOut)
  return two ? (two.first.votes - two.second.votes) / readOut.declaration.valid : 1
}

/** How a count goes, as a step. */
const status = (
  at: number,
  { contest }: ReadOut,
  told: Omit<StatusCall, 'constituency'>,
): Pick<Step, 'at' | 'send'> => ({
  at,
  send: { kind: 'status', body: { constituency: contest.constituency.id, ...told } },
})

const again = 40 * minute

const recounted = (readOut: ReadOut): Step[] => {
  const { at } = readOut
  const later = at + again
  const text = 'The agents asked for a full recount.'
  const told = { status: 'recount', expectedAt: instant(later), text } as const
  return [
    { ...status(at, readOut, told), expect: 'published', why: 'It is counted again.' },
    {
      ...status(later - 2 * minute, readOut, {
        status: 'imminent',
        expectedAt: null,
        text: 'The candidates go to the platform.',
      }),
      expect: 'published',
      why: 'It is about to be read out.',
    },
    readOutToStep(readAt(readOut, later), 'As it was read out, after a recount.'),
    {
      ...status(later + 5 * minute, readOut, told),
      expect: 'held',
      why: `${nameOf(readOut)} has declared: its count is over.`,
    },
  ]
}

const untilNoon = 8 * 60 * minute

const adjourned = (readOut: ReadOut): Step[] => {
  const { at } = readOut
  const later = at + untilNoon
  const text = 'The count is adjourned; it goes on in daylight.'
  const told = { status: 'adjourned', expectedAt: instant(later), text } as const
  return [
    { ...status(at, readOut, told), expect: 'published', why: 'It is put off by eight hours.' },
    readOutToStep(readAt(readOut, later), 'As it was read out, eight hours late.'),
  ]
}

const called = (readOut: ReadOut): Step[] => {
  const { contest, at } = readOut
  const two = leadersOf(readOut)
  const last = readOut.declaration.votes.at(-1)
  if (!two || !last) return [readOutToStep(readOut)]
  const flash = (candidate: string) =>
    ({ kind: 'flash', body: { constituency: contest.constituency.id, candidate } }) as const
  const isLikely = wasInFront(readOut, two.first.candidate)
  return [
    {
      at: at - 3 * minute,
      send: flash(two.first.candidate),
      expect: isLikely ? 'published' : 'held',
      why: isLikely ? 'Who won, before there are figures.' : 'Neither first nor second last time.',
    },
    readOutToStep(readOut, 'As it was read out, after a call.'),
    {
      at: at + minute,
      send: flash(two.second.candidate),
      expect: 'held',
      why: 'A call comes too late once there are figures.',
    },
  ]
}

const wasInFront = ({ contest }: ReadOut, candidate: string): boolean => {
  const party = contest.candidates.find(({ id }) => id === candidate)?.party
  const before = contest.previous?.votes.toSorted((a, b) => b.votes - a.votes).slice(0, 2)
  return before?.some((one) => one.party === party) ?? true
}

/** The two in front made level: half the lead goes over, and an odd vote is put among the rejected. */
const tiedOf = (
  readOut: ReadOut,
): { readonly level: Declaration; readonly two: string[] } | null => {
  const leaders = leadersOf(readOut)
  if (!leaders) return null
  const { first, second } = leaders
  const { declaration } = readOut
  const odd = (first.votes - second.votes) % 2
  const votes = second.votes + (first.votes - second.votes - odd) / 2
  const two = [first.candidate, second.candidate]
  const level = {
    ...declaration,
    votes: declaration.votes.map((row) => (two.includes(row.candidate) ? { ...row, votes } : row)),
    valid: declaration.valid - odd,
    rejected: declaration.rejected === null ? null : declaration.rejected + odd,
  }
  const settled = { ...level, drawnByLot: first.candidate }
  return objectionsTo(settled, readOut).length === 0 ? { level, two } : null
}

const drawn = (readOut: ReadOut, random: Random): Step[] => {
  const tie = tiedOf(readOut)
  if (!tie) return [readOutToStep(readOut)]
  const { level, two } = tie
  const lot = two[random() < 0.5 ? 0 : 1] ?? null
  const { at } = readOut
  return [
    {
      at,
      send: { kind: 'declaration', body: level },
      expect: 'held',
      why: 'The two in front are level, and nobody said who won the lot.',
    },
    {
      at: at + 4 * minute,
      send: { kind: 'declaration', body: { ...level, drawnByLot: lot } },
      expect: 'published',
      why: 'The lot was drawn.',
    },
  ]
}
