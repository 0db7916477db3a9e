import { join } from 'node:path'
import { Redis } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../setup/redis.mjs'
import { environmentOf, openServer, openWorker } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'

test('[SEC6] while Redis does not answer, the door says so at once, and nothing that it took before is lost', async () => {
  const environment = await environmentOf('unset')
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const redis = await startRedis({
    binary,
    libraryPath,
    dir: join(environment['DATA_DIR'] ?? '', 'redis'),
  })
  onTestFinished(() => redis.close())
  const house = { ...environment, REDIS_URL: redis.url }
  await openWorker(house)
  const { call, desk } = await openServer(house)
  const night = await desk.open(october)
  await desk.reached(night, 1)
  const client = new Redis({ path: redis.socketPath })
  const id = Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1])
  client.disconnect()

  process.kill(id, 'SIGSTOP')
  const declaration = await declarationOf(october, tamworth)
  const path = `/api/nights/${night}/declarations`
  const answers = await Promise.all([
    call('POST', path, declaration),
    call('GET', '/health/ready'),
    call('GET', '/api/nights'),
  ])
  process.kill(id, 'SIGCONT')
  expect(answers.map(({ status, body }) => ({ status, body }))).toMatchObject(
    answers.map(() => ({ status: 503, body: { code: 'redis-away' } })),
  )
  // Who has only asked has sent nothing that could be kept.
  expect(answers.map(({ body }) => body)).toMatchObject([
    {
      detail: 'It is not known whether this was kept. Send exactly the same again: it counts once.',
    },
    { detail: 'Redis does not answer.' },
    { detail: 'It cannot be read just now. Ask again shortly.' },
  ])

  await until('it is ready again', async () => (await call('GET', '/health/ready')).status === 200)
  await until(
    'the same again is taken',
    async () => (await call('POST', path, declaration)).status === 202,
  )
  expect((await desk.reached(night, 2))[1]).toMatchObject({ kind: 'declared' })
}, 60_000)
