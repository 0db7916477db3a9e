import { putOut } from '@night/shared/alert/outbox'
import { alertKeys } from '@night/shared/names'
import { expect, test } from 'vitest'
import { alertOf } from '../../support/alert.ts'
import { nightName } from '../../support/night.ts'
import { openRedis } from '../../support/redis-client.ts'
import { subscribe } from '../../support/subscribers.ts'

test('[ALR56] of a subscription that is removed while an event is matched nothing is written', async () => {
  const redis = openRedis()
  const [mode, night] = ['live', nightName()] as const
  const wanted = { night, mode, channel: { type: 'screen' }, rules: {} } as const
  const [stays, gone] = [await subscribe(redis, wanted), await subscribe(redis, wanted)]
  const keys = alertKeys(mode, night)
  await redis.hdel(keys.subscriptions, gone)

  const message = alertOf({ night })
  const times = { declared: message.at, computed: message.at, queued: message.at, sent: null }
  const row = { message, state: 'queued', tries: 0, why: null, times } as const
  const queued: string[] = []
  const enqueue = (jobs: readonly { readonly subscription: string }[]) =>
    Promise.resolve(queued.push(...jobs.map(({ subscription }) => subscription)))
  const rows = [gone, stays].map((subscription) => ({ subscription, row, lines: [message.id] }))
  const states = [gone, stays].map((subscription) => [subscription, '{}'] as const)
  const step = { expected: '', next: 'next', states }
  expect(await putOut({ redis, enqueue }, { mode, night }, { rows, step })).toBe(true)
  const traces = async (id: string) => [
    await redis.exists(keys.outbox(id)),
    await redis.exists(keys.lines(id)),
    await redis.hexists(keys.states, id),
    Number((await redis.zscore(keys.due, `${id} ${message.id}`)) !== null),
    Number(queued.includes(id)),
  ]
  expect(await traces(stays)).toEqual([1, 1, 1, 1, 1])
  expect(await traces(gone)).toEqual([0, 0, 0, 0, 0])
})
