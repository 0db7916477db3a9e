import { rowsOf } from '@night/client/desk/rows'
import { createSays } from '@night/client/desk/says'
import { plainView, type View } from '@night/client/desk/view'
import { begin, hear } from '@night/client/history'
import { createSpeaker } from '@night/client/parts/speaker'
import { emptyBoard } from '@night/shared/board'
import type { NightEvent, ResultEvent } from '@night/shared/event'
import { computed, signal } from '@preact/signals'
import { beforeAll, expect, test } from 'vitest'
import { definitionOf, isResult, october, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'
import { saidOf } from '../support/said.ts'

let midBedfordshire: ResultEvent
let tamworth: ResultEvent

beforeAll(async () => {
  const results = (await recordedLog(october)).filter(isResult)
  const called = (name: string) =>
    present(results.find(({ constituency }) => constituency.name === name))
  ;[midBedfordshire, tamworth] = [called('Mid Bedfordshire'), called('Tamworth')]
})

/** A desk with nothing declared, of which `come` answers what is spoken after these have come. */
const deskWith = async (change: Partial<View>) => {
  const board = emptyBoard(await definitionOf(october), 'live')
  const clock = { now: tamworth.at, speed: 1, playing: true }
  const history = signal(begin({ board, clock }, 0))
  const rows = computed(() => (history.value.board ? rowsOf(history.value.board, null) : []))
  const view = signal<View>({ ...plainView, ...change })
  const speaker = createSpeaker(createSays({ history, rows, view }))
  const come = (now: number, ...events: readonly NightEvent[]): string => {
    for (const event of events) {
      const seq = (history.value.board?.seq ?? 0) + 1
      history.value = hear(history.value, { kind: 'event', event: { ...event, seq } }, now)
      speaker.hear(history.value.arrived, now)
    }
    speaker.tick(now)
    return speaker.spoken.value
  }
  return { view, speaker, come }
}

test('[DSK14] only what search, party and place leave is spoken, whatever state is filtered by', async () => {
  for (const narrow of [{ text: 'tamw' }, { text: 'sarah edwards' }, { place: 'West Midlands' }]) {
    const { come } = await deskWith({ ...narrow, says: 'listed', show: 'undeclared' })
    expect(come(0, midBedfordshire)).toBe('')
    expect(come(1, tamworth)).toContain('Tamworth: LAB GAIN')
    expect(come(20_000, midBedfordshire)).toContain('Tamworth: LAB GAIN')
  }
})

test('[DSK14] of nothing nothing is spoken but what the reader did', async () => {
  const { come, speaker } = await deskWith({ says: 'nothing' })
  const { withdrawn } = saidOf(tamworth)
  expect(come(0, tamworth, saidOf(tamworth).note(1), withdrawn(1, 1))).toBe('')
  speaker.say('Copied the snap')
  expect(come(20_000, midBedfordshire)).toBe('Copied the snap')
})

test('[DSK14] what is left out is not counted, and puts off nothing', async () => {
  const { come } = await deskWith({ text: 'tamworth', says: 'listed' })
  expect(come(0, midBedfordshire)).toBe('')
  expect(come(1, tamworth)).not.toContain('more')
  const withdrawn = saidOf(tamworth).withdrawn(1, 1)
  expect(come(5000, withdrawn)).not.toContain('CORRECTION')
  expect(come(10_001)).toBe('CORRECTION: the result of Tamworth does not stand.')
})

test('[DSK14] a correction that takes its seat off the list is spoken, and one of another seat is not', async () => {
  const { come } = await deskWith({ text: 'sarah edwards', says: 'listed' })
  come(0, tamworth, midBedfordshire)
  expect(come(40_000, saidOf(midBedfordshire).withdrawn(1, 1))).not.toContain('CORRECTION')
  const taken = come(60_000, saidOf(tamworth).withdrawn(1, 1))
  expect(taken).toBe('CORRECTION: the result of Tamworth does not stand.')
})

test('[DSK14] what waits is judged by the choice when its turn comes', async () => {
  const { come, view } = await deskWith({ says: 'everything' })
  const first = come(0, tamworth)
  come(1000, midBedfordshire)
  view.value = { ...view.value, says: 'nothing' }
  expect(come(10_000)).toBe(first)
  come(10_001, saidOf(midBedfordshire).result(1, 2))
  view.value = { ...view.value, says: 'everything' }
  // Its turn came while nothing was to be said: it is not kept for later.
  expect(come(30_000)).toBe(first)
})
