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
}

/** What makes a moment one, and the entry that it is. */
type Mark = {
  readonly index: number
  readonly short: string
  readonly what: string
  readonly where: string
}

/** So many key seats have a chapter of their own. */
const mostKeySeats = 6

/** The night's chapters, the earliest first: by rule, whatever the night was. [RPY5] */
export const chaptersOf = (tape: Tape, definition: NightDefinition): Chapter[] => {
  const isGeneral = definition.kind === 'general-election'
  const marks = [
    ...firsts(tape),
    ...(isGeneral ? [...hundreds(tape), ...ofTheHouse(tape, definition)] : []),
    ...lastOf(tape),
  ]
  const polls: Chapter = {
    time: tape.start,
    count: countAt(tape, tape.start),
    short: 'Polls close',
    words: 'Polls close',
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
      return { ...placeAfter(tape, index), short: some[0]?.short ?? '', words }
    })
}

const lowered = (words: string): string =>
  /^(First|Last|Largest) /.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words

const isDeclared = ({ kind }: NightEvent): boolean => kind === 'declared'

const nameOf = (event: NightEvent | undefined): string =>
  event && 'constituency' in event ? (event.constituency?.name ?? '') : ''

const markAt = (tape: Tape, index: number, [short, what]: readonly [string, string]): Mark[] =>
  index < 0 ? [] : [{ index, short, what, where: nameOf(tape.entries[index]?.event) }]

const firsts = (tape: Tape): Mark[] => {
  const first = tape.entries.findIndex(({ event }) => isDeclared(event))
  const gain = tape.entries.findIndex(({ event }) => isDeclared(event) && isGain(event))
  return [
    ...markAt(tape, first, ['First', 'First declaration']),
    ...markAt(tape, gain, ['Gain', 'First gain']),
  ]
}

const lastOf = (tape: Tape): Mark[] =>
  markAt(
    tape,
    tape.entries.findLastIndex(({ event }) => isDeclared(event)),
    ['Last', 'Last declaration'],
  )

const hundreds = (tape: Tape): Mark[] => {
  const most = tape.entries.at(-1)?.declared ?? 0
  return Array.from({ length: Math.floor(most / 100) }, (_, place) => 100 * (place + 1)).flatMap(
    (hundred) =>
      markAt(
        tape,
        tape.entries.findIndex(({ declared }) => declared === hundred),
        [String(hundred), `${hundred} declared`],
      ),
  )
}

/** The majority, the seats to watch, the largest swing. */
const ofTheHouse = (tape: Tape, definition: NightDefinition): Mark[] => {
  const events = tape.entries.map(({ event }) => event)
  const empty = emptyBoard(definition, 'replay')
  const indexOf = (id: string): number =>
    tape.entries.findIndex(({ event }) => event.kind === 'declared' && event.constituency.id === id)
  const seats = keySeats(empty).slice(0, mostKeySeats)
  return [
    ...majority(tape, foldAll(empty, events), indexOf),
    ...seats.flatMap(({ seat, why }) =>
      markAt(tape, indexOf(seat.contest.constituency.id), ['', why]),
    ),
    ...largestSwing(tape),
  ]
}

const majority = (tape: Tape, board: Board, indexOf: (id: string) => number): Mark[] => {
  const { passed, line } = milestones(board)
  if (!passed) return []
  const { short, name } = partyOf(passed.party)
  const index = indexOf(passed.by.contest.constituency.id)
  return markAt(tape, index, [`${short} ${line}`, `${capitalised(name)} at ${line}, a majority`])
}

const largestSwing = (tape: Tape): Mark[] => {
  let [most, index] = [0, -1]
  for (const [place, { event }] of tape.entries.entries()) {
    const points = event.kind === 'declared' ? (event.result.swing?.points ?? 0) : 0
    if (points > most) [most, index] = [points, place]
  }
  return markAt(tape, index, ['', 'Largest swing'])
}
