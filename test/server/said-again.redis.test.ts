import type { OpenNight } from '@night/shared/night'
import { submissionId } from '@night/shared/submission'
import { timeline } from '@night/worker/replay/timeline'
import { sha256 } from '@night/worker/sha256'
import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { october, tamworth } from '../support/night.ts'

test('[FLA2] a winner who was taken back is said and taken back again in the same words, each sent twice is once, and so it plays again', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  const winner = { constituency: tamworth, candidate: 'sarah-edwards' }
  const taken = { constituency: tamworth, revision: 0, reason: 'The hall asks for silence' }
  for (const [seq, to, body] of [
    [2, 'flashes', winner],
    [3, 'withdrawals', taken],
    [4, 'flashes', winner],
    [5, 'withdrawals', taken],
  ] as const) {
    const id = await desk.say(night, to, body)
    await desk.reached(night, seq)
    expect(await desk.say(night, to, body)).toBe(id)
    expect(await desk.decided(night, id)).toMatchObject({ status: 'published', seq })
  }
  const said = ['opened', 'flash', 'withdrawn', 'flash', 'withdrawn']
  const { events } = await desk.events(night)
  expect(events.map(({ kind }) => kind)).toEqual(said)
  const open: OpenNight = { id: night, mode: 'replay', run: 1, openedAt: events[0]?.at ?? '' }
  const ids = timeline(events, 1).map((cue) => submissionId(open, cue.submission, sha256))
  expect(new Set(ids).size).toBe(said.length)
})
