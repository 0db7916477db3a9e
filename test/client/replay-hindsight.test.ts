import { emptyBoard, foldAll } from '@night/shared/board'
import type { NightEvent, ResultEvent } from '@night/shared/event'
import { milliseconds } from '@night/shared/time'
import { withHindsight } from '@night/client/replay/hindsight'
import { declaredAt, placeAt, tapeAsKnown, tapeWithHindsight } from '@night/client/replay/tape'
import { twoClocks } from '@night/client/replay/view-words'
import { expect, test } from 'vitest'
import {
  definitionOf,
  isResult,
  midBedfordshire,
  october,
  recordedLog,
  tamworth,
} from '../support/night.ts'
import { octoberPutRight } from '../support/put-right.ts'

const elections = ['2019-12-12-general-election', '2024-07-04-general-election'] as const

const of = (events: readonly NightEvent[], seat: string): ResultEvent[] =>
  events.filter(isResult).filter(({ constituency }) => constituency.id === seat)

test('[RPY11] with hindsight a corrected seat has its last figures from its first declaration on', async () => {
  const { events, held, wrongAt } = await octoberPutRight('corrected')
  expect(held).toEqual([])
  expect(of(events, tamworth).map(({ kind }) => kind)).toEqual(['declared', 'corrected'])
  const told = withHindsight(events)
  const [only, ...others] = of(told, tamworth)
  expect(others).toEqual([])
  expect(only).toMatchObject({
    kind: 'declared',
    at: wrongAt,
    revision: 2,
    words: { time: '2.45am' },
    result: { verdict: { kind: 'gain', party: 'lab' }, majority: { votes: 1316 } },
  })
  expect(only).not.toHaveProperty('reason')
  expect(told.map(({ seq }) => seq)).toEqual(told.map((_, place) => place + 1))
})

test('[RPY11] what was withdrawn never comes, and leaves nothing behind', async () => {
  const { events, definition } = await octoberPutRight('withdrawn')
  const told = withHindsight(events)
  expect(of(told, tamworth)).toEqual([])
  expect(told.some(({ kind }) => kind === 'withdrawn')).toBe(false)
  const { seatsById } = foldAll(emptyBoard(definition, 'replay'), told)
  expect(seatsById[tamworth]).toMatchObject({ latest: null, withdrawn: null })
  expect(seatsById[midBedfordshire]?.latest).not.toBe(null)
})

test('[RPY11] what was withdrawn and declared anew comes when it was declared anew', async () => {
  const { events } = await octoberPutRight('withdrawn')
  const [wrong] = of(events, tamworth)
  if (!wrong) throw new Error('Tamworth was not declared')
  const at = '2023-10-20T02:55:00.000Z'
  const again: NightEvent = { ...wrong, at, publishedAt: at, revision: 2, seq: events.length + 1 }
  expect(of(withHindsight([...events, again]), tamworth)).toMatchObject([{ at, revision: 2 }])
})

test('[RPY11] a winner without figures who did not win in the end never comes', async () => {
  const { events } = await octoberPutRight('corrected')
  const [opened, ...others] = events
  const wrong = of(events, tamworth)[0]
  if (!opened || !wrong) throw new Error('Tamworth was not declared')
  const flash = (candidate: string): NightEvent => ({
    ...opened,
    kind: 'flash',
    at: wrong.at,
    constituency: wrong.constituency,
    winner: { candidate, name: candidate, party: 'lab' },
    verdict: { kind: 'gain', from: 'con' },
    words: { time: '2.45am', line: '' },
    by: 'desk',
  })
  const kinds = (candidate: string): string[] =>
    withHindsight([opened, flash(candidate), ...others]).map(({ kind }) => kind)
  expect(kinds('sarah-edwards')).toContain('flash')
  expect(kinds('andy-cooper')).not.toContain('flash')
})

test('[RPY11] what a correction gave back to other seats is theirs from the error on', async () => {
  const { events } = await octoberPutRight('corrected')
  const line = {
    id: 'swing-to-party',
    text: 'a line that the error had taken away',
    rank: 1,
    asAt: '2023-10-20',
    scope: '',
    proof: [],
    weight: 1,
  }
  const records: ResultEvent['records'] = [line]
  const told = events.map((event) =>
    event.kind === 'corrected'
      ? { ...event, recordChanges: [{ constituency: midBedfordshire, records }] }
      : event,
  )
  expect(of(withHindsight(told), midBedfordshire)[0]?.records).toEqual(records)
})

test.each(elections)(
  '[RPY11] a night without errors (%s) is the same with hindsight',
  async (night) => {
    const events = await recordedLog(night)
    expect(withHindsight(events)).toEqual(events)
  },
)

test('[RPY10] as known then the error stands until it was put right', async () => {
  const { events, definition } = await octoberPutRight('corrected')
  const reel = { events, pollsClose: definition.pollsClose }
  const winnerAt = (of: typeof tapeAsKnown, at: string): string | undefined => {
    const tape = of(reel)
    const told = tape.entries.slice(0, placeAt(tape, milliseconds(at)).count)
    const board = foldAll(
      emptyBoard(definition, 'replay'),
      told.map(({ event }) => event),
    )
    return board.seatsById[tamworth]?.latest?.result.verdict.party
  }
  const times = ['01:44', '01:46', '01:51', '02:39', '02:41'].map((at) => `2023-10-20T${at}Z`)
  expect(times.map((at) => winnerAt(tapeAsKnown, at))).toEqual([
    undefined,
    undefined,
    'con',
    'con',
    'lab',
  ])
  expect(times.map((at) => winnerAt(tapeWithHindsight, at))).toEqual([
    undefined,
    'lab',
    'lab',
    'lab',
    'lab',
  ])
})

test('[RPY10] both clocks are told where they differ by more than a minute', async () => {
  const { events, definition } = await octoberPutRight('corrected')
  const { entries } = tapeAsKnown({ events, pollsClose: definition.pollsClose })
  expect(entries.map((entry) => twoClocks(entry))).toEqual([
    '',
    'Declared 2.45am, known 2.50am',
    '',
    '',
    '',
  ])
})

test('[RPY10] a night that was opened days before begins when its polls close', async () => {
  const events = await recordedLog(october)
  const { pollsClose } = await definitionOf(october)
  const [opened, ...others] = events
  if (!opened) throw new Error('nothing is recorded')
  const early = { ...opened, publishedAt: '2023-10-16T09:00:00.000Z' }
  const tape = tapeAsKnown({ events: [early, ...others], pollsClose })
  expect(tape.start).toBe(milliseconds(pollsClose))
  expect(declaredAt(tape, tape.entries.length)).toBe(2)
})
