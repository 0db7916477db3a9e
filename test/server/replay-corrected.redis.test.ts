import { join } from 'node:path'
import { nightFileText } from '@night/shared/recorded'
import { writeFolder } from '@night/worker/import/folder'
import { readMeans } from '@night/worker/import/means'
import { takeNight } from '@night/worker/import/night-file'
import { sha256 } from '@night/worker/sha256'
import { expect, test } from 'vitest'
import type { Desk } from '../support/desk.ts'
import { openHouse } from '../support/house.ts'
import {
  declarationOf,
  definitionOf,
  midBedfordshire,
  nightName,
  october,
  tamworth,
} from '../support/night.ts'
import { until } from '../support/until.ts'

const times = [
  '2023-10-19T21:00:00.000Z',
  '2023-10-20T01:45:00.000Z',
  '2023-10-20T02:20:00.000Z',
  '2023-10-20T03:40:00.000Z',
]

/** Tamworth, then Mid Bedfordshire, then Tamworth put right under the time that it had; nobody closed the night. */
const correctedNight = async (desk: Desk): Promise<string> => {
  const night = await desk.open(october)
  const right = await declarationOf(october, tamworth)
  await desk.declare(night, { ...right, rejected: 45 })
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await desk.declare(night, { ...right, revision: 2, reason: 'One paper was not rejected' })
  const events = (await desk.reached(night, 4)).map((event, place) => {
    const publishedAt = times[place] ?? ''
    return event.kind === 'opened'
      ? { ...event, at: publishedAt, publishedAt }
      : { ...event, publishedAt }
  })
  return nightFileText({ ...(await definitionOf(october)), id: nightName() }, events, sha256)
}

test('[RPL1 RPL2] a replay whose last event is a correction of an earlier one ends with all of them, and steps to each when it was known', async () => {
  const { desk, environment } = await openHouse()
  const taken = takeNight(await correctedNight(desk), await readMeans())
  if ('fault' in taken) throw new Error(taken.fault)
  await writeFolder(join(environment['DATA_DIR'] ?? '', 'nights'), taken)
  const of = taken.definition.id
  const { night } = await desk.replay({ of, speed: 'max' })
  const kinds = (await desk.reached(night, 4)).map(({ kind }) => kind)
  expect(kinds).toEqual(['opened', 'declared', 'declared', 'corrected'])

  const stepped = await desk.replay({ of, speed: 1, playing: false, from: '2023-10-20T01:45:00Z' })
  await desk.reached(stepped.night, 2)
  await desk.step(stepped.id)
  await desk.reached(stepped.night, 3)
  expect(await desk.step(stepped.id)).toMatchObject({ position: times[3] })
  await until('it is put right', async () => (await desk.events(stepped.night)).seq === 4)
})

test('[RPL1 RPL5] a rehearsal of another day than its night is replayed in the hours of the night', async () => {
  const { desk, environment } = await openHouse()
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  const last = await declarationOf(october, midBedfordshire)
  await desk.declare(night, last)
  await desk.declare(night, { ...last, revision: 2, rejected: 1, reason: 'One more was counted' })
  await desk.reached(night, 4)
  await desk.say(night, 'closing', {})
  const events = await desk.reached(night, 5)
  const definition = { ...(await definitionOf(october)), id: nightName() }
  const taken = takeNight(nightFileText(definition, events, sha256), await readMeans())
  if ('fault' in taken) throw new Error(taken.fault)
  await writeFolder(join(environment['DATA_DIR'] ?? '', 'nights'), taken)
  const begun = await desk.replay({ of: definition.id, speed: 1, playing: false })
  expect([begun.from, begun.to]).toEqual([times[0], times[2]])
  expect((await desk.reached(begun.night, 1)).map(({ kind }) => kind)).toEqual(['opened'])
  expect(await desk.step(begun.id)).toMatchObject({ position: times[1] })
  expect((await desk.reached(begun.night, 2)).at(-1)).toMatchObject({ kind: 'declared' })
  expect((await desk.events(begun.night)).seq).toBe(2)
  // The correction and the end are of the rehearsal's day: they come with what they came after.
  await desk.step(begun.id)
  expect((await desk.reached(begun.night, 5)).map(({ kind }) => kind)).toEqual(
    events.map(({ kind }) => kind),
  )
})
