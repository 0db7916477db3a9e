import { Redis } from 'ioredis'
import { expect, inject, test } from 'vitest'
import { redisOptions } from '@night/shared/redis'
import { openHouse } from '../support/house.ts'
import {
  declarationOf,
  midBedfordshire,
  october,
  openRehearsal,
  tamworth,
} from '../support/night.ts'
import { until } from '../support/until.ts'

const isProblem = (type: string) => type.startsWith('application/problem+json')

test('[LOG1] the same declaration sent five times at once, in any order of candidates, is one event', async () => {
  const { call } = await openHouse()
  const night = await openRehearsal(call, october)
  const declaration = await declarationOf(october, tamworth)
  const turned = { ...declaration, votes: declaration.votes.toReversed() }
  const path = `/api/nights/${night}/declarations`
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map((time) => call('POST', path, time % 2 ? declaration : turned)),
  )
  const ids = new Set(answers.map(({ body }) => (body as { id: string }).id))
  expect(answers.every(({ status }) => status === 202)).toBe(true)
  expect(ids.size).toBe(1)
  const [id] = ids
  const fate = await until('it is published', async () => {
    const { body } = await call('GET', `${path}/${id}`)
    return (body as { status: string }).status === 'published' && body
  })
  expect(fate).toEqual({ id, status: 'published', seq: 2 })
  await call('POST', path, declaration)
  expect((await call('GET', `/api/nights/${night}/events`)).body).toMatchObject({ seq: 2 })
})

test('[SEC2] only a token opens the door, and a token is kept as a digest', async () => {
  const { call } = await openHouse()
  const night = await openRehearsal(call, october)
  const path = `/api/nights/${night}/declarations`
  const body = await declarationOf(october, tamworth)
  for (const token of [null, 'rnd_wrong', 'rno_abcdefgh_wrong', '', `${'x'.repeat(300)}`]) {
    const answer = await call('POST', path, body, token)
    expect(answer).toMatchObject({ status: 401, body: { code: 'no-token' } })
    expect(isProblem(answer.type)).toBe(true)
  }
  const made = await call('POST', '/api/officers', {
    name: 'Hall A',
    nights: [night],
    constituencies: [tamworth],
  })
  const { token, id } = made.body as { token: string; id: string }
  expect(made.status).toBe(201)
  const redis = new Redis(redisOptions(new URL(inject('redisUrl')), 'work'))
  const kept = (await redis.hget('officers', id)) ?? ''
  redis.disconnect()
  expect(kept).toContain('"tokenHash":"')
  expect(kept).not.toContain(token)
})

test('[SEC3] an officer declares its own seats on its own night, until the moment it is revoked', async () => {
  const { call } = await openHouse()
  const night = await openRehearsal(call, october)
  const other = await openRehearsal(call, october)
  const officers = await Promise.all(
    [tamworth, midBedfordshire].map(async (seat) => {
      const body = { name: `Hall of ${seat}`, nights: [night], constituencies: [seat] }
      return (await call('POST', '/api/officers', body)).body as { id: string; token: string }
    }),
  )
  const statuses = await Promise.all(
    officers.map(({ token }) =>
      Promise.all(
        [tamworth, midBedfordshire].map(async (seat) => {
          const body = await declarationOf(october, seat)
          return (await call('POST', `/api/nights/${night}/declarations`, body, token)).status
        }),
      ),
    ),
  )
  expect(statuses).toEqual([
    [202, 403],
    [403, 202],
  ])
  const [first] = officers
  const body = await declarationOf(october, tamworth)
  expect((await call('POST', `/api/nights/${other}/declarations`, body, first?.token)).status).toBe(
    403,
  )
  expect((await call('POST', '/api/officers', {}, first?.token)).status).toBe(403)
  expect((await call('DELETE', `/api/officers/${first?.id}`)).status).toBe(204)
  expect((await call('POST', `/api/nights/${night}/declarations`, body, first?.token)).status).toBe(
    401,
  )
  const events = (await call('GET', `/api/nights/${night}/events`)).body as {
    events: { by?: string }[]
  }
  expect(
    events.events
      .slice(1)
      .map(({ by }) => by)
      .toSorted(),
  ).toEqual(officers.map(({ id }) => id).toSorted())
})

test('[SEC5] an officer that sends too much is told to wait', async () => {
  const { call } = await openHouse()
  const night = await openRehearsal(call, october)
  const made = await call('POST', '/api/officers', {
    name: 'Hall',
    nights: [night],
    constituencies: [tamworth],
  })
  const { token } = made.body as { token: string }
  const body = await declarationOf(october, tamworth)
  const path = `/api/nights/${night}/declarations`
  const statuses: number[] = []
  for (let time = 0; time < 31; time += 1)
    statuses.push((await call('POST', path, body, token)).status)
  expect(statuses.filter((status) => status === 202)).toHaveLength(30)
  expect(statuses.at(-1)).toBe(429)
})

test('[SEC8] nothing is declared before the polls close, for a seat that is not contested, or into a recording', async () => {
  const { call } = await openHouse()
  const night = await openRehearsal(call, october)
  const body = await declarationOf(october, tamworth)
  const path = `/api/nights/${night}/declarations`
  expect(
    await call('POST', path, { ...body, declaredAt: '2023-10-19T21:59:59+01:00' }),
  ).toMatchObject({
    status: 422,
    body: {
      code: 'before-polls-close',
      detail: 'Polls close on Thursday 10.00pm; declaredAt is earlier.',
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

test('[SEC5] a body that is too large, or is not JSON, is refused in words', async () => {
  const { call } = await openHouse()
  const night = await openRehearsal(call, october)
  const path = `/api/nights/${night}/declarations`
  expect(await call('POST', path, { padding: 'x'.repeat(40_000) })).toMatchObject({
    status: 413,
    body: { code: 'too-large' },
  })
  expect(await call('POST', path, '{"constituency":')).toMatchObject({
    status: 400,
    body: { code: 'not-json' },
  })
})
