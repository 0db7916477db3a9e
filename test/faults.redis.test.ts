import { join } from 'node:path'
import { Redis } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../setup/redis.mjs'
import type { NightEvent } from '@night/shared/event'
import { caller, deskToken } from './support/call.ts'
import { createDesk } from './support/desk.ts'
import { environmentOf } from './support/house.ts'
import { readLive } from './support/live.ts'
import { writeLongNight } from './support/long-night.ts'
import { freePort } from './support/free-port.ts'
import { openProcess } from './support/processes.ts'
import { openScreen } from './support/screen.ts'
import { until } from './support/until.ts'

const seats = 120
const screens = 30

/** A Redis of this test's own, that can be killed; it is started again by itself. */
const openRedis = async (folder: string) => {
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const redis = await startRedis({ binary, libraryPath, dir: join(folder, 'redis') })
  onTestFinished(() => redis.close())
  const kill = async (): Promise<void> => {
    const client = new Redis({ path: redis.socketPath, maxRetriesPerRequest: null })
    client.on('error', () => undefined)
    const id = Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1])
    client.disconnect()
    const before = redis.restarts()
    process.kill(id, 'SIGKILL')
    await until('Redis is back', () => redis.restarts() > before)
  }
  return { url: redis.url, kill }
}

test('[LOG8] worker, server and Redis are each killed: every client ends with the log, once and in order', async () => {
  const environment = await environmentOf('unset')
  const folder = environment['DATA_DIR'] ?? ''
  await writeLongNight(join(folder, 'nights'), 'test-long', seats)
  const redis = await openRedis(folder)
  const house = {
    ...environment,
    REDIS_URL: redis.url,
    PORT: String(await freePort()),
    DESK_TOKEN: deskToken,
  }
  const url = `http://127.0.0.1:${house.PORT}`
  const worker = await openProcess('worker', house)
  const server = await openProcess('server', house)
  const desk = createDesk(caller(url))

  const { night } = await desk.replay({ of: 'test-long', speed: 720 })
  const everyone = Array.from({ length: screens }, (_, place) =>
    openScreen(url, { night }, place % 3 === 0 ? {} : { transports: ['websocket'] }),
  )
  const readers = Array.from({ length: 3 }, () => readLive(`${url}/api/nights/${night}/events`))
  const first = everyone[0]
  const reached = (share: number) =>
    until(
      `${share} of the night is out`,
      () => (first?.seen.board?.seq ?? 0) > seats * share,
      40_000,
    )

  const greeted = (times: number) =>
    until(`everyone was greeted ${times} times`, () =>
      everyone.every(({ seen }) => seen.messages.length >= times),
    )

  await greeted(1)
  await reached(0.05)
  await worker.kill()
  await worker.start()
  await reached(0.2)
  await server.kill()
  await server.start()
  await greeted(2)
  await reached(0.35)
  await redis.kill()
  await reached(0.5)
  await Promise.all([worker.kill(), redis.kill()])
  await Promise.all([worker.start(), server.kill()])
  await server.start()
  await greeted(3)
  await reached(0.9)
  await until('everyone has it all', () =>
    [
      ...everyone.map(({ seen }) => seen.board?.seq),
      ...readers.map(({ events }) => events.at(-1)?.seq),
    ].every((seq) => seq === seats + 2),
  )

  const log = await desk.events(night)
  expect(log.events.map(({ seq }) => seq)).toEqual(
    Array.from({ length: seats + 2 }, (_, place) => place + 1),
  )
  for (const { seen } of everyone) {
    const [greeting] = seen.messages
    const joinedAt = greeting && 'board' in greeting ? greeting.seq : 0
    expect(hashes(seen.events)).toEqual(hashes(log.events).slice(joinedAt))
    expect(seen.messages.length).toBeGreaterThan(2)
  }
  for (const { seen } of everyone) expect(seen.board).toEqual(first?.seen.board)
  for (const { events } of readers) expect(hashes(events)).toEqual(hashes(log.events))
  expect(everyone.every(({ seen }) => seen.resets === 0)).toBe(true)
}, 120_000)

const hashes = (events: readonly NightEvent[]) => events.map(({ hash }) => hash)
