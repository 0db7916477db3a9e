import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../setup/redis.mjs'
import { environmentOf, openServer, openWorker } from '../support/house.ts'
import { nightName, october } from '../support/night.ts'
import { until } from '../support/until.ts'

const openRedis = async (dir: string) => {
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const redis = await startRedis({ binary, libraryPath, dir })
  onTestFinished(() => redis.close())
  return redis
}

/** A log of which it can be asked how often something was said. */
const createEar = () => {
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  return { log, heard: (words: string) => lines.filter((line) => line.includes(words)).length }
}

test('[LOG13] a server and a worker that begin before Redis does are ready when it is there', async () => {
  const environment = await environmentOf('unset')
  const dir = join(environment['DATA_DIR'] ?? '', 'redis')
  await mkdir(dir)
  const house = {
    ...environment,
    REDIS_URL: pathToFileURL(join(dir, 'redis.sock')).href.replace(/^file:/, 'unix:'),
  }
  const { log, heard } = createEar()
  const parts = [openServer(house, log), openWorker(house, log)] as const
  await until('both have looked for it', () => heard('Redis is out of reach') > 4)
  const { url } = await openRedis(dir)
  expect(url).toBe(house.REDIS_URL)
  const [{ desk }] = await Promise.all(parts)
  expect(await desk.reached(await desk.open(october), 1)).toMatchObject([{ kind: 'opened' }])
}, 60_000)

test('[LOG13] a server from which Redis goes in the middle of its beginning begins all the same', async () => {
  const environment = await environmentOf('unset')
  const folder = environment['DATA_DIR'] ?? ''
  const redis = await openRedis(join(folder, 'redis'))
  const sockets = new Set<Socket>()
  let isGone = false
  const line = createServer((near) => {
    const far = connect(redis.socketPath)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (piece) => {
      // What a server asks first of all, once it is connected.
      if (isGone || !/hgetall/i.test(piece.toString('latin1'))) return void far.write(piece)
      isGone = true
      line.close()
      for (const socket of sockets) socket.destroy()
    })
    far.pipe(near)
  })
  const path = join(folder, 'line.sock')
  line.listen(path)
  await once(line, 'listening')
  onTestFinished(() => void line.close())
  const { log, heard } = createEar()
  const opening = openServer({ ...environment, REDIS_URL: `unix:${path}` }, log)
  await until('it was in the middle', () => heard('Redis went away while the server began') > 0)
  line.listen(path)
  const { desk, call } = await opening
  const night = nightName()
  // Each of its connections comes back by itself; until they have, a sender is told to send again.
  await until('the night is opened', async () => {
    const { status } = await call('POST', '/api/nights', {
      id: night,
      mode: 'rehearsal',
      from: october,
    })
    return status === 201 || status === 409
  })
  expect(await desk.night(night)).toMatchObject({ id: night, seq: 0 })
}, 60_000)
