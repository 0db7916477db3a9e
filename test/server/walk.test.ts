import type { NightEvent } from '@night/shared/event'
import type { WalkStepName } from '@night/shared/measures'
import { createLatest, spreadOf } from '@night/shared/spread'
import { instant } from '@night/shared/time'
import { createWalk } from '@night/server/measures/walk'
import { emptyNight, type Night, withEvents } from '@night/server/night'
import { beforeAll, expect, test } from 'vitest'
import { definitionOf, isResult, october, recordedLog, tamworth } from '../support/night.ts'

const start = Date.parse('2023-10-20T01:45:00.000Z')

let night: Night
let declared: NightEvent
beforeAll(async () => {
  night = emptyNight(await definitionOf(october), 'live', 1)
  const found = (await recordedLog(october)).find(
    (event) => isResult(event) && event.constituency.id === tamworth,
  )
  if (!found) throw new Error('Tamworth is not recorded')
  declared = found
})

/** A walk whose two clocks stand where the test puts them, and what it says of one step. */
const openWalk = () => {
  const clock = { time: start, now: () => clock.time }
  const stopwatch = { time: 5000, now: () => stopwatch.time }
  const walk = createWalk({ clock, stopwatch })
  const step = (name: WalkStepName) => walk.steps([]).find((one) => one.step === name)
  /** The event as it was published at that time, new to whoever compares. */
  const published = (seq: number, more: object = {}): NightEvent => ({
    ...declared,
    seq,
    publishedAt: instant(start),
    ...more,
  })
  return { clock, stopwatch, walk, step, published }
}

const nobody = { p50: null, p95: null, p99: null, count: 0 }
const once = (seconds: number) => ({ p50: seconds, p95: seconds, p99: seconds, count: 1 })

test('[OBS1] a declaration is measured from its arrival to the last screen, and step by step between', () => {
  const { clock, stopwatch, walk, step, published } = openWalk()
  const event = published(7)
  walk.arrived({ night: october, constituency: tamworth, revision: 1 }, 5000)
  stopwatch.time = 5004
  walk.answered(5000)
  clock.time = start + 3
  walk.listener.onEvents(night, [event])
  stopwatch.time = 5020
  const began = stopwatch.time
  stopwatch.time = 5025
  walk.handedOn([event], { began, screens: 3 })
  expect(step('door')).toMatchObject(once(0.004))
  expect(step('tail')).toMatchObject(once(0.003))
  expect(step('gather')).toMatchObject(once(0.016))
  expect(step('write')).toMatchObject(once(0.005))
  expect(step('whole')).toMatchObject(once(0.025))
  // The same event once more, as to a second group of screens, is no second walk.
  walk.handedOn([event], { began, screens: 1 })
  expect(step('whole')).toMatchObject({ count: 1 })
})

test('[OBS1] what no screen was sent, what waited for a second person and what came by another door is no whole walk', () => {
  const { walk, step, published } = openWalk()
  const key = { night: october, constituency: tamworth, revision: 1 }
  const unseen = published(7)
  walk.arrived(key, 5000)
  walk.listener.onEvents(night, [unseen])
  walk.handedOn([unseen], { began: 5000, screens: 0 })
  expect([step('write'), step('whole')]).toMatchObject([nobody, nobody])
  const released = published(8, {
    released: { by: 'desk', reason: 'read again', overruled: ['x'] },
  })
  walk.listener.onEvents(night, [released])
  walk.handedOn([released], { began: 5000, screens: 1 })
  expect(step('whole')).toMatchObject(nobody)
  const elsewhere = published(9)
  walk.listener.onEvents(night, [elsewhere])
  walk.handedOn([elsewhere], { began: 5000, screens: 1 })
  expect(step('whole')).toMatchObject(nobody)
  expect(step('write')).toMatchObject({ count: 2 })
})

test('[OBS2] a worker whose clock is ahead makes no step shorter than nothing', () => {
  const { clock, walk, step, published } = openWalk()
  clock.time = start - 3_600_000
  walk.listener.onEvents(night, [published(1)])
  expect(step('tail')).toMatchObject(once(0))
})

test('[OBS2] a log that was cut back and is read again, what was there at the start, and a replay are not measured', () => {
  const { clock, walk, step, published } = openWalk()
  const event = published(2)
  walk.listener.onReset(withEvents(night, [published(1)]))
  walk.listener.onEvents(night, [published(1)])
  expect(step('tail')).toMatchObject(nobody)
  walk.listener.onEvents(night, [event])
  expect(step('tail')).toMatchObject({ count: 1 })
  clock.time = start + 7_200_000
  walk.listener.onReset(night)
  walk.listener.onEvents(night, [published(1), event])
  expect(step('tail')).toMatchObject(once(0))
  walk.listener.onEvents({ ...night, mode: 'replay', run: 2 }, [published(1)])
  expect(step('tail')).toMatchObject({ count: 1 })
})

test('[OBS2] of a night that was taken away it is not remembered how far it was read', () => {
  const { walk, step, published } = openWalk()
  walk.listener.onEvents(night, [published(7)])
  walk.listener.onGone(october)
  walk.listener.onEvents(night, [published(1)])
  expect(step('tail')).toMatchObject({ count: 2 })
})

test('[OBS2] what workers told are the steps between door and log', () => {
  const { walk } = openWalk()
  const told = Array.from({ length: 20 }, (_, index) => ({
    queue: (index + 1) / 10,
    decide: 0.001,
    append: 0.002,
  }))
  expect(walk.steps(told)).toMatchObject([
    { step: 'door', ...nobody },
    { step: 'queue', p50: 1, p95: 1.9, p99: 2, count: 20 },
    { step: 'decide', p50: 0.001, count: 20 },
    { step: 'append', p50: 0.002, count: 20 },
    { step: 'tail', ...nobody },
    { step: 'gather', ...nobody },
    { step: 'write', ...nobody },
    { step: 'whole', ...nobody },
  ])
})

test('[OBS3] of the last thousand: what was slow before that is forgotten', () => {
  const latest = createLatest<'write'>()
  latest.add('write', 60)
  for (let index = 0; index < 999; index += 1) latest.add('write', 1)
  expect(latest.spread('write')).toEqual({ p50: 1, p95: 1, p99: 1, count: 1000 })
  expect(spreadOf([60, ...Array.from({ length: 99 }, () => 1)]).p99).toBe(1)
  expect(spreadOf([60, ...Array.from({ length: 98 }, () => 1)]).p99).toBe(60)
  latest.add('write', 2)
  expect(latest.spread('write')).toEqual({ p50: 1, p95: 1, p99: 1, count: 1000 })
})
