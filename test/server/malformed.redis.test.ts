import fc from 'fast-check'
import { Redis } from 'ioredis'
import { expect, inject, test } from 'vitest'
import { nightKeys } from '@night/shared/names'
import { redisOptions } from '@night/shared/redis'
import { openHouse } from '../support/house.ts'
import { declarationOf, october, openRehearsal, tamworth } from '../support/night.ts'

/** Bodies that are nearly right: the real one with something put in, taken out or replaced, and any JSON at all. */
const malformed = (right: object, optional: readonly string[]) => {
  const keys = Object.keys(right).filter((key) => !optional.includes(key))
  const strange = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(1e400, -1, 0.5, 9_007_199_254_740_993, '11,719', '', null, [], {}, true),
  )
  return fc.oneof(
    fc.jsonValue(),
    fc.tuple(fc.constantFrom(...keys), strange).map(([key, value]) => ({ ...right, [key]: value })),
    fc
      .constantFrom(...keys)
      .map((key) => Object.fromEntries(Object.entries(right).filter(([name]) => name !== key))),
    fc
      .tuple(fc.string({ minLength: 1 }), strange)
      .map(([key, value]) => ({ ...right, [key]: value })),
    fc.string(),
  )
}

test('[SEC9] a thousand malformed bodies are each refused with a problem; nothing falls over, nothing is said', async () => {
  const { call } = await openHouse()
  const night = await openRehearsal(call, october)
  const right = await declarationOf(october, tamworth)
  const path = `/api/nights/${night}/declarations`
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(
      malformed({ ...right, constituency: 'E14000001' }, [
        'revision',
        'majority',
        'drawnByLot',
        'reason',
      ]),
      async (body) => {
        const { status, type } = await call(
          'POST',
          path,
          typeof body === 'string' ? body : JSON.stringify(body),
        )
        seen.set(status, (seen.get(status) ?? 0) + 1)
        expect(status).toBeGreaterThanOrEqual(400)
        expect(status).toBeLessThan(500)
        expect(type.startsWith('application/problem+json')).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
  expect([...seen.keys()].toSorted()).toEqual([400, 422])
  expect((await call('GET', '/health/ready')).status).toBe(200)
  expect((await call('GET', `/api/nights/${night}/events`)).body).toMatchObject({ seq: 1 })
  const redis = new Redis(redisOptions(new URL(inject('redisUrl')), 'work'))
  expect(await redis.hlen(nightKeys('rehearsal', night).accepted)).toBe(1)
  redis.disconnect()
}, 120_000)
