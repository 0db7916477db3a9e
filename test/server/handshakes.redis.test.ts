import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { nightsKey, officersKey, replaysKey } from '@night/shared/names'
import { expect, test } from 'vitest'
import type { Call } from '../support/call.ts'
import { openHouse } from '../support/house.ts'
import {
  inBatches,
  isProblem,
  malformedCalls,
  malformedHellos,
  sayHello,
} from '../support/malformed.ts'
import { october } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'

const bodies = 8000
const greetings = 2000
const warmth = 500
const most = 30_000_000

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const sendBodies = async (call: Call, night: string): Promise<unknown[]> => {
  const calls = await malformedCalls(night, { count: bodies, seed })
  expect(calls.length).toBeGreaterThanOrEqual(bodies)
  const answers = await inBatches(calls, async ({ path, body }) => {
    const answer = await call('POST', path, body)
    return isProblem(answer) ? null : { path, body, answer }
  })
  return answers.filter((answer) => answer !== null)
}

const collector = (): (() => void) => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
}

test('[SEC13] ten thousand malformed bodies and handshakes: each refused, nothing said, nothing kept', async () => {
  process.stdout.write(`SEED=${seed}\n`)
  const { call, desk, server } = await openHouse()
  const night = await desk.open(october)
  await desk.reached(night, 1)
  const redis = openRedis()
  const kept = () => Promise.all([nightsKey, officersKey, replaysKey].map((key) => redis.hlen(key)))
  const before = await kept()
  const sayAll = (all: readonly unknown[]) =>
    inBatches(all, async (hello) => [await sayHello(server.url, hello), hello] as const)
  const all = malformedHellos(night, { count: greetings, seed })
  await sayAll(all.slice(0, warmth))
  const collect = collector()
  collect()
  const heap = process.memoryUsage().heapUsed

  expect(await sendBodies(call, night)).toEqual([])
  const outcomes = await sayAll(all)
  const isObject = (value: unknown) => typeof value === 'object' && value !== null
  expect(outcomes.filter(([said]) => said !== 'refused' && said !== 'closed')).toEqual([])
  expect(
    outcomes.filter(
      ([said, hello]) => said === 'closed' && isObject(hello) && !Array.isArray(hello),
    ),
  ).toEqual([])

  collect()
  expect(process.memoryUsage().heapUsed - heap).toBeLessThan(most)
  expect((await call('GET', '/health/ready')).status).toBe(200)
  expect(await kept()).toEqual(before)
  expect((await desk.events(night)).seq).toBe(1)
}, 300_000)
