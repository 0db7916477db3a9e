import { Declaration } from '@night/shared/declaration'
import { nightKeys } from '@night/shared/names'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'

/** JSON that a careless or hostile program writes; as text, since no number of ours is 1e400. */
const strange = fc.oneof(
  fc.json(),
  fc.constantFrom('1e400', '-1', '0.5', '9007199254740993', '"11,719"', '""', 'null'),
  fc.constantFrom('[]', '{}', 'true', '-0', '1e-400', '"\\u0000"', '{"__proto__":{}}'),
)

const objectText = (textByKey: ReadonlyMap<string, string>): string =>
  `{${[...textByKey].map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const isMalformed = (text: string): boolean => !Declaration.safeParse(parsed(text)).success

/** Bodies that are nearly right: the real one with something put in, taken out or replaced, and any text at all. */
const malformed = (right: object): fc.Arbitrary<string> => {
  const textByKey = new Map(
    Object.entries(right).map(([key, value]) => [key, JSON.stringify(value)]),
  )
  const known = fc.constantFrom(...textByKey.keys())
  const added = fc.oneof(fc.string({ minLength: 1 }), fc.constant('__proto__'))
  const withPart = ([key, text]: [string, string]) =>
    objectText(new Map([...textByKey, [key, text]]))
  const without = (key: string) =>
    objectText(new Map([...textByKey].filter(([name]) => name !== key)))
  return fc
    .oneof(
      strange,
      fc.tuple(known, strange).map(withPart),
      known.map(without),
      fc.tuple(added, strange).map(withPart),
      fc.string(),
    )
    .filter(isMalformed)
}

/** An empty body is a declaration without anything. */
const refusalOf = (text: string) => {
  return text === '' || parsed(text) !== undefined
    ? { status: 422, body: { status: 422, code: 'does-not-fit' } }
    : { status: 400, body: { status: 400, code: 'not-json' } }
}

test('[SEC9] a thousand malformed bodies are each refused with a problem; nothing falls over, nothing is said', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  // Nobody stands there, so even a body that fits by mistake would say nothing.
  const right = { ...(await declarationOf(october, tamworth)), constituency: 'E14000001' }
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(malformed(right), async (body) => {
      const answer = await call('POST', `/api/nights/${night}/declarations`, body)
      seen.add(answer.status)
      expect(answer).toMatchObject(refusalOf(body))
      expect(answer.type).toMatch(/^application\/problem\+json/)
    }),
    { numRuns: 1000 },
  )
  expect(seen).toEqual(new Set([400, 422]))
  expect((await call('GET', '/health/ready')).status).toBe(200)
  await desk.reached(night, 1)
  expect(await openRedis().hlen(nightKeys('rehearsal', night).accepted)).toBe(1)
}, 120_000)
