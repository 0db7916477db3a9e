import { hearVersion, isDue, noVersions, planned, type Versions } from '@night/client/versions'
import { expect, test } from 'vitest'

const heard = (...versions: string[]): Versions => versions.reduce(hearVersion, noVersions)
const old = heard('one', 'two', 'two')
const quiet = { now: 100_000, heardAt: 99_000, saidAt: 70_000, isBusy: false }

test('[LIFE1] the first version heard is its own, and another counts when it is heard again', () => {
  expect(heard('one', 'one').isOld).toBe(false)
  expect(heard('one', 'two').isOld).toBe(false)
  expect(old.isOld).toBe(true)
})

test('[LIFE1] a build under way has many versions, and one that was taken back is none', () => {
  expect(heard('one', 'two', 'three').isOld).toBe(false)
  expect(heard('one', 'two', 'one', 'two').isOld).toBe(false)
  expect(heard('one', 'two', 'two', 'one').isOld).toBe(false)
})

test('[LIFE2] a screen of another version loads anew after 30 quiet seconds and up to 20 more', () => {
  expect(planned(old, quiet, 0).due).toBe(100_000)
  expect(planned(old, quiet, 0.5).due).toBe(110_000)
  expect(planned(old, { ...quiet, saidAt: 70_001 }, 0).due).toBe(null)
  expect(planned(heard('one'), quiet, 0).due).toBe(null)
})

test('[LIFE2] a declaration in between takes the time back', () => {
  const waiting = planned(old, quiet, 0.5)
  const interrupted = planned(waiting, { ...quiet, now: 105_000, saidAt: 104_000 }, 0.5)
  expect([isDue(waiting, 109_999), isDue(waiting, 110_000)]).toEqual([false, true])
  expect(interrupted.due).toBe(null)
})

test('[LIFE2] chance is asked once, not again at every look', () => {
  const waiting = planned(old, quiet, 0.5)
  expect(planned(waiting, { ...quiet, now: 101_000 }, 0.1).due).toBe(110_000)
})

test('[LIFE3] a screen that has heard nothing for 120 seconds loads anew, unless it hears something', () => {
  const deaf = { ...quiet, now: 220_000, saidAt: 219_000 }
  expect(planned(noVersions, { ...deaf, heardAt: 100_000 }, 0).due).toBe(null)
  const waiting = planned(noVersions, { ...deaf, heardAt: 99_999 }, 1)
  expect(waiting.due).toBe(240_000)
  expect(planned(waiting, { ...deaf, heardAt: 219_500 }, 1).due).toBe(null)
})

test('[LIFE4] never while somebody writes', () => {
  expect(planned(old, { ...quiet, isBusy: true }, 0).due).toBe(null)
  expect(planned(noVersions, { ...quiet, now: 999_000, isBusy: true }, 0).due).toBe(null)
})
