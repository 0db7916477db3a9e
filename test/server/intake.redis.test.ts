import { sha256 } from '@night/server/sha256'
import { nightKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { accept } from '@night/shared/submission'
import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'

test('[LOG1] the same declaration sent five times at once, in any order of candidates, is one event', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  const declaration = await declarationOf(october, tamworth)
  const turned = { ...declaration, votes: declaration.votes.toReversed() }
  const ids = new Set(
    await Promise.all(
      [1, 2, 3, 4, 5].map((time) => desk.declare(night, time % 2 ? declaration : turned)),
    ),
  )
  expect(ids.size).toBe(1)
  const [id = ''] = ids
  expect(await desk.decided(night, id)).toEqual({ id, status: 'published', seq: 2 })
  expect(await desk.declare(night, declaration)).toBe(id)
  expect(await openRedis().hlen(nightKeys('rehearsal', night).accepted)).toBe(2)
  expect(await openRedis().xlen(nightKeys('rehearsal', night).log)).toBe(2)
})

test('[LOG6] a submission is written down before its job is queued, and neither waits for the other', async () => {
  const asked: string[] = []
  const unanswered = new Promise<never>(() => undefined)
  const ask = (what: string) => {
    asked.push(what)
    return unanswered
  }
  const inlet = { redis: { eval: () => ask('written down') }, enqueue: () => ask('queued'), sha256 }
  const openedAt = '2023-10-19T21:00:00.000Z'
  const night: OpenNight = { id: october, mode: 'rehearsal', run: 1, openedAt }
  void accept(inlet, night, { kind: 'opening', at: openedAt, run: 1 })
  expect(asked).toEqual(['written down', 'queued'])
})

test('[SEC8] nothing is declared before the polls close, for a seat that is not contested, or into a recording', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const body = await declarationOf(october, tamworth)
  const path = `/api/nights/${night}/declarations`
  expect(
    await call('POST', path, { ...body, declaredAt: '2023-10-19T21:59:59+01:00' }),
  ).toMatchObject({
    status: 422,
    body: {
      code: 'before-polls-close',
      detail: 'Polls close on Thursday 10.00pm; nothing is declared before.',
    },
  })
  expect(await call('POST', path, { ...body, constituency: 'E14000001' })).toMatchObject({
    status: 422,
    body: { code: 'no-such-contest' },
  })
  expect(await call('POST', '/api/nights/no-such-night/declarations', body)).toMatchObject({
    status: 404,
  })
  expect(await call('POST', `/api/nights/${october}/declarations`, body)).toMatchObject({
    status: 403,
  })
})

test('[SEC5 LOG6] a declaration whose time no event can carry is refused at the door', async () => {
  const { call, desk } = await openHouse()
  const path = `/api/nights/${await desk.open(october)}/declarations`
  const body = await declarationOf(october, tamworth)
  expect(
    await call('POST', path, { ...body, declaredAt: '9999-12-31T23:59:59-01:00' }),
  ).toMatchObject({
    status: 422,
    body: { code: 'does-not-fit', detail: 'declaredAt: in UTC a year has four digits.' },
  })
})

test('[SEC5] a body that is too large, or is not JSON, is refused in words', async () => {
  const { call, desk } = await openHouse()
  const path = `/api/nights/${await desk.open(october)}/declarations`
  expect(await call('POST', path, { padding: 'x'.repeat(40_000) })).toMatchObject({
    status: 413,
    body: { code: 'too-large' },
  })
  expect(await call('POST', path, '{"constituency":')).toMatchObject({
    status: 400,
    body: { code: 'not-json' },
  })
})
