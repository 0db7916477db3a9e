import { type Answer, type Fate, pauseBefore, sendUntilDecided } from '@night/client/entry/send'
import { expect, test } from 'vitest'
import { declarationOf, october, tamworth } from '../support/night.ts'

const declaration = await declarationOf(october, tamworth)

/** Sends against a server that gives these answers, one after another; null is none. */
const send = async (answers: readonly (Answer | null)[], id: string | null = null) => {
  const left = [...answers]
  const asked: string[] = []
  const told: Fate[] = []
  const pauses: number[] = []
  const accepted: string[] = []
  let waits = 0
  const fate = await sendUntilDecided(
    '/d',
    { declaration, id },
    {
      ask: async (path, body) => {
        asked.push(`${body ? 'POST' : 'GET'} ${path}`)
        if (body) expect(body).toBe(declaration)
        return left.shift() ?? null
      },
      wait: async (pause) => void pauses.push(pause),
      waitForDesk: async () => void (waits += 1),
      tell: (fate) => void told.push(fate),
      accepted: (id) => void accepted.push(id),
    },
  )
  return { fate, asked, told, pauses, accepted, waits }
}

const queued = { status: 202, body: { id: 'd-1', status: 'queued' } }
const published = { status: 200, body: { id: 'd-1', status: 'published', seq: 7 } }

test('[ENT2] the same body is sent until it is answered, less and less often', async () => {
  const { fate, asked, told, pauses, accepted } = await send([
    null,
    null,
    { status: 503, body: null },
    queued,
    { status: 200, body: { status: 'queued' } },
    published,
  ])
  expect(fate).toEqual({ state: 'published', seq: 7 })
  expect(asked).toEqual(['POST /d', 'POST /d', 'POST /d', 'POST /d', 'GET /d/d-1', 'GET /d/d-1'])
  expect(pauses.slice(0, 3)).toEqual([1000, 2000, 4000])
  expect(accepted).toEqual(['d-1'])
  expect(told).toContainEqual({
    state: 'unsent',
    words: 'Not sent yet: no connection. It will be sent once, by itself.',
  })
  expect([0, 3, 4, 60].map(pauseBefore)).toEqual([1000, 8000, 15_000, 15_000])
})

test('[ENT2] what was received before a reload is only asked for', async () => {
  const { fate, asked } = await send([null, published], 'd-1')
  expect(asked).toEqual(['GET /d/d-1', 'GET /d/d-1'])
  expect(fate).toMatchObject({ state: 'published' })
})

test('[ENT6] held back, rejected and refused are told in the words that came', async () => {
  const reasons = [{ code: 'half-typed', words: 'Was the figure typed to the end?' }]
  const held = { status: 200, body: { status: 'held', reasons } }
  const ruling = { by: 'desk', at: '2023-10-20T01:45:00.000Z', reason: 'Never read out' }
  const rejected = { status: 200, body: { status: 'rejected', ruling } }
  const { fate, told, waits } = await send([queued, held, null, held, rejected])
  expect(fate).toEqual({ state: 'rejected', words: 'Never read out' })
  expect(told.slice(1)).toEqual([
    { state: 'received', words: 'Received. Waiting for the checks.' },
    { state: 'held', reasons },
    { state: 'held', reasons },
  ])
  expect(waits).toBe(3)
  expect((await send([queued, held, published])).fate).toEqual({ state: 'published', seq: 7 })
  const refused = { status: 403, body: { detail: 'Hall of Tamworth may not declare E14000813.' } }
  expect((await send([refused])).fate).toEqual({
    state: 'refused',
    words: refused.body.detail,
    token: 'of-another',
  })
  const { fate: unknown } = await send([
    { status: 401, body: { detail: 'Authorization: Bearer …' } },
  ])
  expect(unknown).toMatchObject({
    words: 'This token is not, or no longer, valid. Ask the desk for a new one.',
    token: 'unknown',
  })
  const unlike = { status: 422, body: { detail: 'valid is missing' } }
  expect((await send([unlike])).fate).toMatchObject({ words: 'valid is missing', token: null })
})
