import { expect, onTestFinished, test } from 'vitest'
import { environmentOf, openServer, openWorker } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { startServer } from '../support/redis-server.ts'
import { until } from '../support/until.ts'

test('[OPS6] a Redis that can only be read, as in the middle of a planned change of master, is away; afterwards all goes on by itself', async () => {
  const environment = await environmentOf('unset')
  const folder = environment['DATA_DIR'] ?? ''
  const redis = await startServer(folder)
  onTestFinished(redis.close)
  const other = await startServer(folder, [`replicaof 127.0.0.1 ${redis.port}`])
  onTestFinished(other.close)
  const house = { ...environment, REDIS_URL: redis.url }
  await openWorker(house)
  const { call, desk } = await openServer(house)
  const night = await desk.open(october)
  await desk.reached(night, 1)
  const isUp = async ({ client }: typeof redis): Promise<boolean> =>
    (await client.info('replication')).includes('master_link_status:up')
  await until('the other follows', () => isUp(other))

  await other.client.replicaof('NO', 'ONE')
  await redis.client.replicaof('127.0.0.1', other.port)
  await until('the master follows', () => isUp(redis))
  const declare = async () =>
    call('POST', `/api/nights/${night}/declarations`, await declarationOf(october, tamworth))
  expect(await declare()).toMatchObject({ status: 503, body: { code: 'redis-away' } })

  await redis.client.replicaof('NO', 'ONE')
  await until('it is taken', async () => (await declare()).status === 202)
  expect((await desk.reached(night, 2))[1]).toMatchObject({ kind: 'declared' })
}, 60_000)
