import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { nightKeys } from '@night/shared/names'
import type { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { startRedis } from '../../setup/redis.mjs'
import { environmentOf, openHouse, openServer, openWorker } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { present } from '../support/present.ts'
import { openRedis } from '../support/redis-client.ts'
import { root } from '../support/root.ts'

type Program = readonly [string, ...string[]]
const worker: Program = ['--import', 'tsx', 'worker/verify-main.ts']
const whole: Program = ['setup/verify.mjs']

/** Runs it to its end: how it ended, and what a person read. */
const run = (program: Program, environment: NodeJS.ProcessEnv, words: readonly string[]) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const env = { ...process.env, ...environment }
    const child = execFile(
      process.execPath,
      [...program, ...words],
      { cwd: root, env },
      (_, stdout, stderr) => resolve({ code: child.exitCode, said: stdout + stderr }),
    )
  })

/** The same log under the same name, with one letter of one event another. */
const alter = async (redis: Redis, log: string, seq: number): Promise<void> => {
  const entries = await redis.xrange(log, '-', '+')
  const script = redis.multi().del(log)
  for (const [id, fields] of entries) {
    const [name = '', text = '', ...rest] = fields
    const written = id === `${seq}-0` ? text.replace('"votes":11719', '"votes":11718') : text
    script.xadd(log, id, name, written, ...rest)
  }
  await script.exec()
}

const twoSeats = async (desk: Awaited<ReturnType<typeof openHouse>>['desk']): Promise<string> => {
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await desk.reached(night, 3)
  return night
}

test('[LOG10] the program names the event of an open night that was altered, or says that the chain is whole', async () => {
  const { desk, environment } = await openHouse()
  const night = await twoSeats(desk)
  const { log } = nightKeys('rehearsal', night)
  const head = present((await desk.events(night)).events.at(-1)).hash.slice(0, 12)
  expect(await run(worker, environment, [night])).toEqual({
    code: 0,
    said: `${night} (rehearsal, run 1): 3 events, chain whole, head ${head}…\n`,
  })
  const redis = openRedis()
  await alter(redis, log, 2)
  const altered = await run(worker, environment, [night])
  expect(altered.code).toBe(1)
  expect(altered.said).toContain(
    `${night} (rehearsal, run 1): event 2 (Tamworth, declared at 2.45am) does not follow event 1: its content was altered`,
  )
  await redis.xdel(log, '2-0')
  expect(await run(worker, environment, [night])).toEqual({
    code: 1,
    said: `${night} (rehearsal, run 1): event 2 is missing\n`,
  })
  await redis.xdel(log, '3-0')
  expect((await run(worker, environment, [night])).said).toContain(
    'the log was cut back: events 2 to 3 were written and are not there',
  )
})

test('[LOG10] a recorded night or a file is verified too, and for an unknown night all that there are are told', async () => {
  const { desk, environment } = await openHouse()
  const night = await desk.open(october)
  expect(await run(worker, environment, [october])).toMatchObject({
    code: 0,
    said: expect.stringContaining(`${october} (recorded): 4 events, chain whole, head `),
  })
  const file = `data/nights/${october}/log.ndjson`
  expect(await run(worker, environment, [file])).toMatchObject({
    code: 0,
    said: expect.stringContaining(`${file}: 4 events, chain whole`),
  })
  const unknown = await run(worker, environment, ['no-such-night'])
  expect(unknown.code).toBe(1)
  for (const words of ['There is no night “no-such-night”.', `\n  ${night}\n`, `\n  ${october}\n`])
    expect(unknown.said).toContain(words)
  const nowhere = await run(worker, { ...environment, REDIS_URL: 'redis://127.0.0.1:1' }, [night])
  expect(nowhere).toMatchObject({ code: 1, said: expect.not.stringContaining('    at ') })
})

test('[LOG10] npm run verify reads the house’s own Redis, as it runs and when it does not', async () => {
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const environment = await environmentOf('unset')
  const dir = join(environment['DATA_DIR'] ?? '', 'redis')
  const redis = await startRedis({ binary, libraryPath, dir })
  const house = { ...environment, REDIS_URL: redis.url }
  const jobs = await openWorker(house)
  const server = await openServer(house)
  const night = await twoSeats(server.desk)
  const own = {
    ...environment,
    REDIS_URL: '',
    FEED_REDIS_SERVER: binary,
    ...(libraryPath && { LD_LIBRARY_PATH: libraryPath }),
  }
  const good = { code: 0, said: expect.stringContaining(`${night} (rehearsal, run 1): 3 events`) }
  expect(await run(whole, own, [night])).toMatchObject(good)
  await server.close()
  await jobs.close()
  await redis.close()
  expect(await run(whole, own, [night])).toMatchObject(good)
  // It has gone again: the folder is free for whoever comes next.
  await (await startRedis({ binary, libraryPath, dir })).close()
})
