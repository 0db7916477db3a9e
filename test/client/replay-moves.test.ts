import { advanced, steppedOn } from '@night/client/replay/advance'
import { createBoards } from '@night/client/replay/boards'
import { isDeclaration, isGain, isOf, next, previous } from '@night/client/replay/moves'
import { type Place, placeAfter, placeAt, type Tape, tapeAsKnown } from '@night/client/replay/tape'
import { plainView } from '@night/client/replay/view'
import { emptyBoard, foldAll } from '@night/shared/board'
import type { NightDefinition } from '@night/shared/night'
import { clockTime, milliseconds } from '@night/shared/time'
import { beforeAll, expect, test } from 'vitest'
import { definitionOf, midBedfordshire, october, recordedLog } from '../support/night.ts'

const night = '2024-07-04-general-election'
const camborne = 'E14001148'
const clacton = 'E14001174'
const nights = new Map<string, { tape: Tape; definition: NightDefinition }>()
beforeAll(async () => {
  for (const id of [night, october]) {
    const definition = await definitionOf(id)
    const events = await recordedLog(id)
    const tape = tapeAsKnown({ events, pollsClose: definition.pollsClose })
    nights.set(id, { tape, definition })
  }
})
const tapeOf = (id: string): Tape => {
  const found = nights.get(id)
  if (!found) throw new Error(id)
  return found.tape
}
const at = (tape: Tape, time: string): Place => placeAt(tape, milliseconds(time))
const nameAt = (tape: Tape, place: Place | null): string | null => {
  const event = place && tape.entries[place.count - 1]?.event
  return event && 'constituency' in event ? (event.constituency?.name ?? null) : null
}

test('[RPY3] steps go from one declaration to the next, also within a minute, and back', () => {
  const tape = tapeOf(night)
  const minute = at(tape, '2024-07-05T03:39:59Z')
  const first = next(tape, minute, isDeclaration)
  const second = first && next(tape, first, isDeclaration)
  expect([first?.count, second?.count]).toEqual([minute.count + 1, minute.count + 2])
  expect([first, second].map((place) => place && clockTime(place.time))).toEqual([
    '4.40am',
    '4.40am',
  ])
  expect(second && previous(tape, second, isDeclaration)).toEqual(first)
})

test('[RPY3] steps to gains and to my own seats pass over everything else', () => {
  const tape = tapeOf(night)
  const start = placeAt(tape, tape.start)
  expect(nameAt(tape, next(tape, start, isGain))).toBe('Swindon South')
  const mine = isOf(new Set([camborne, clacton]))
  const first = next(tape, start, mine)
  const second = first && next(tape, first, mine)
  expect([nameAt(tape, first), nameAt(tape, second)]).toEqual(['Clacton', 'Camborne and Redruth'])
  expect(second && nameAt(tape, previous(tape, second, mine))).toBe('Clacton')
  expect(second && next(tape, second, mine)).toBe(null)
  expect(previous(tape, start, isDeclaration)).toBe(null)
})

test('[RPY3] as fast as it looks good is one declaration at a time, whatever the hour', () => {
  const tape = tapeOf(october)
  const start = placeAt(tape, tape.start)
  const first = steppedOn(tape, plainView, start)
  expect(first && [nameAt(tape, first), clockTime(first.time)]).toEqual(['Tamworth', '2.45am'])
  const second = first && steppedOn(tape, plainView, first)
  expect(nameAt(tape, second)).toBe('Mid Bedfordshire')
  expect(second && steppedOn(tape, plainView, second)).toBe(null)
})

test('[RPY3] a loop goes back to where it begins', () => {
  const tape = tapeOf(october)
  const loop = {
    from: milliseconds('2023-10-20T01:40:00Z'),
    to: milliseconds('2023-10-20T02:00:00Z'),
  }
  const view = { ...plainView, loop }
  const inside = at(tape, '2023-10-20T01:59:00Z')
  expect(advanced(tape, view, inside)).toEqual(inside)
  expect(advanced(tape, view, at(tape, '2023-10-20T02:00:00Z'))).toEqual({
    time: loop.from,
    count: 1,
  })
  expect(steppedOn(tape, view, inside)?.time).toBe(loop.from)
})

test('[RPY6] a quiet hour is passed over but for its last minute, if that is asked for', () => {
  const tape = tapeOf(october)
  const early = at(tape, '2023-10-19T21:05:00Z')
  expect(advanced(tape, plainView, early)).toEqual(early)
  const skipped = advanced(tape, { ...plainView, skipsQuiet: true }, early)
  expect([clockTime(skipped.time), skipped.count]).toEqual(['2.44am', 1])
})

test('[RPY7] going anywhere shows the board of that place, and a seat of which nothing was said is the same object', () => {
  const { tape, definition } = nights.get(night) ?? { tape: tapeOf(night), definition: null }
  if (!definition) throw new Error('no night')
  const boards = createBoards(definition, tape)
  const empty = emptyBoard(definition, 'replay')
  const events = tape.entries.map(({ event }) => event)
  for (const count of [652, 0, 401, 26, 25, 24, 400]) {
    expect(boards.at(count)).toEqual(foldAll(empty, events.slice(0, count)))
  }
  const [one, other] = [boards.at(400), boards.at(600)]
  const changed = Object.keys(one.seatsById).filter(
    (id) => one.seatsById[id] !== other.seatsById[id],
  )
  expect(changed.length).toBe(200)
})

test('[RPY1] a place is never outside the night', () => {
  const tape = tapeOf(october)
  expect(placeAt(tape, 0)).toEqual({ time: tape.start, count: 1 })
  expect(placeAt(tape, Number.NaN).time).toBe(tape.start)
  expect(placeAt(tape, Number.MAX_SAFE_INTEGER)).toEqual({ time: tape.end, count: 4 })
  expect(nameAt(tape, placeAfter(tape, 2))).toBe('Mid Bedfordshire')
  expect(next(tape, placeAfter(tape, 1), isOf(new Set([midBedfordshire])))?.count).toBe(3)
})
