import { type Board, emptyBoard, foldAll } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { partyOf } from '@night/shared/party'
import { capitalised } from '@night/shared/tale'
import { keySeats } from '@night/shared/tally/key-seats'
import { milestones } from '@night/shared/tally/milestones'
import { isGain } from './moves.ts'
import { countAt, type Place, placeAfter, type Tape } from './tape.ts'

/** A moment of the night that is worth going to. */
export type Chapter = Place & {
  /** For the line: "First", "326". */
  readonly short: string
  /** "First gain: Blyth Valley". */
  readonly words: string
  /** Of two whose names have no room beside each other, the heavier has its name. */
  readonly weight: number
}

/** What makes a moment one, and the entry that it is. */
type Mark = {
  readonly index: number
  readonly short: string
  readonly what: string
  readonly where: string
  readonly weight: number
}

/** What matters most has its name first where there is little room. */
const weights = { majority: 4, firsts: 3, swing: 2, hundreds: 1, seats: 0 }

/** So many key seats have a chapter of their own. */
const mostKeySeats = 6

/**
 * The night's chapters, the earliest first: by rule, whatever the night was. Which is the last, or the largest, is
 * known only when it is over. [RPY5 RPY9]
 */
export const chaptersOf = (tape: Tape, definition: NightDefinition, isOver: boolean): Chapter[] => {
  const isGeneral = definition.kind === 'general-election'
  const marks = [
    ...firsts(tape),
    ...(isGeneral ? [...hundreds(tape), ...ofTheHouse(tape, definition, isOver)] : []),
    ...(isOver ? lastOf(tape) : []),
  ]
  const polls: Chapter = {
    time: tape.start,
    count: countAt(tape, tape.start),
    short: 'Polls',
    words: 'Polls close',
    weight: weights.hundreds,
  }
  return [polls, ...gathered(tape, marks)]
}

/** Marks of the same entry are one chapter. */
const gathered = (tape: Tape, marks: readonly Mark[]): Chapter[] => {
  const byIndex = new Map<number, Mark[]>()
  for (const mark of marks) byIndex.set(mark.index, [...(byIndex.get(mark.index) ?? []), mark])
  return [...byIndex]
    .toSorted(([a], [b]) => a - b)
    .map(([index, some]) => {
      const whats = some.map(({ what }, place) => (place === 0 ? what : lowered(what)))
      const words = `${whats.join(', ')}: ${some[0]?.where ?? ''}`
      const [heaviest] = some.toSorted((a, b) => b.weight - a.weight)
      const { short = '', weight = 0 } = heaviest ?? {}
      return { ...placeAfter(tape, index), short, words, weight }
    })
}

const lowered = (words: string): string =>
  /^(First|Last|Largest) /.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words

const isDeclared = ({ kind }: NightEvent): boolean => kind === 'declared'

const nameOf = (event: NightEvent | undefined): string =>
  event && 'constituency' in event ? (event.constituency?.name ?? '') : ''

type Told = Pick<Mark, 'short' | 'what' | 'weight'>

const markAt = (tape: Tape, index: number, told: Told): Mark[] =>
  index < 0 ? [] : [{ index, ...told, where: nameOf(tape.entries[index]?.event) }]

const firsts = (tape: Tape): Mark[] => {
  const first = tape.entries.findIndex(({ event }) => isDeclared(event))
  const gain = tape.entries.findIndex(({ event }) => isDeclared(event) && isGain(event))
  return [
    ...markAt(tape, first, { short: 'First', what: 'First declaration', weight: weights.firsts }),
    ...markAt(tape, gain, { short: 'Gain', what: 'First gain', weight: weights.firsts }),
  ]
}

const lastOf = (tape: Tape): Mark[] =>
  markAt(
    tape,
    tape.entries.findLastIndex(({ event }) => isDeclared(event)),
    { short: 'Last', what: 'Last declaration', weight: weights.firsts },
  )

const hundreds = (tape: Tape): Mark[] => {
  const most = tape.entries.at(-1)?.declared ?? 0
  return Array.from({ length: Math.floor(most / 100) }, (_, place) => 100 * (place + 1)).flatMap(
    (hundred) =>
      markAt(
        tape,
        tape.entries.findIndex(({ declared }) => declared === hundred),
        { short: String(hundred), what: `${hundred} declared`, weight: weights.hundreds },
      ),
  )
}

/** The majority, the seats to watch, and once it is over the largest swing. */
const ofTheHouse = (tape: Tape, definition: NightDefinition, isOver: boolean): Mark[] => {
  const empty = emptyBoard(definition, 'replay')
  const board = foldAll(
    empty,
    tape.entries.map(({ event }) => event),
  )
  const indexOf = (id: string): number =>
    tape.entries.findIndex(({ event }) => event.kind === 'declared' && event.constituency.id === id)
  const seats = keySeats(empty).slice(0, mostKeySeats)
  return [
    ...majority(tape, board, indexOf),
    ...seats.flatMap(({ seat, why }) =>
      markAt(tape, indexOf(seat.contest.constituency.id), {
        short: seat.contest.constituency.name,
        what: why,
        weight: weights.seats,
      }),
    ),
    ...(isOver ? largestSwing(tape, board) : []),
  ]
}

const majority = (tape: Tape, board: Board, indexOf: (id: string) => number): Mark[] => {
  const { passed, line } = milestones(board)
  if (!passed) return []
  const { short, name } = partyOf(passed.party)
  const index = indexOf(passed.by.contest.constituency.id)
  return markAt(tape, index, {
    short: `${short} ${line}`,
    what: `${capitalised(name)} at ${line}, a majority`,
    weight: weights.majority,
  })
}

/** Of those that stand in the end, where it was first known. */
const largestSwing = (tape: Tape, { seatsById }: Board): Mark[] => {
  let [most, index] = [0, -1]
  for (const [place, { event }] of tape.entries.entries()) {
    if (event.kind !== 'declared' && event.kind !== 'corrected') continue
    const standing = seatsById[event.constituency.id]?.latest?.result.swing?.points
    const points = event.result.swing?.points ?? 0
    if (points === standing && points > most) [most, index] = [points, place]
  }
  return markAt(tape, index, { short: 'Swing', what: 'Largest swing', weight: weights.swing })
}
