import { emptyHead, link } from '@night/shared/chain'
import { nightKeys } from '@night/shared/names'
import { append, appendScript, holds, readOn } from '@night/worker/log'
import { sha256 } from '@night/worker/sha256'
import { expect, test } from 'vitest'
import { nightName } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { appendPromises, opened } from './append-promises.ts'
import { appendFaults, changed, firstBroken, running } from './append-faults.ts'

test.each(appendPromises)('[LOG2] %s', async (_what, holds) => {
  await expect(holds(openRedis())).resolves.toBeUndefined()
})

test.each(appendFaults)('[LOG2] the script is caught where %s', async (_what, ...fault) => {
  const redis = openRedis()
  const script = changed(fault)
  await redis.script('LOAD', script)
  expect(await firstBroken(running(redis, script))).not.toBeNull()
})

test('[LOG2] the script as it is, run in the same way, breaks nothing', async () => {
  expect(await firstBroken(running(openRedis(), appendScript))).toBeNull()
})

test('[LOG2] an answer that the script does not give is a fault', async () => {
  const redis = running(openRedis(), "return 'perhaps'")
  const night = nightName()
  const event = link(emptyHead, opened(night), sha256)
  const entry = { head: emptyHead, entries: [{ id: 'd-1', event }] }
  await expect(append(redis, nightKeys('rehearsal', night), entry)).rejects.toThrow(
    'The append answered "perhaps".',
  )
})

test('[LOG3] a log that was altered is not written on', async () => {
  const redis = openRedis()
  const night = nightName()
  const { log } = nightKeys('rehearsal', night)
  const event = { ...link(emptyHead, opened(night), sha256), title: 'altered' }
  await redis.xadd(log, '1-0', 'event', JSON.stringify(event), 'hash', event.hash)
  await expect(readOn(redis, log, emptyHead)).rejects.toThrow(/event 1 does not follow event 0/)
})

test('[LOG3] a log holds its own heads at their places, and no others', async () => {
  const redis = openRedis()
  const night = nightName()
  const keys = nightKeys('rehearsal', night)
  const first = link(emptyHead, opened(night), sha256)
  const second = link(first, opened(night), sha256)
  expect(await holds(redis, keys.log, emptyHead)).toBe(true)
  expect(await holds(redis, keys.log, first)).toBe(false)
  await append(redis, keys, { head: emptyHead, entries: [{ id: 'd-1', event: first }] })
  await append(redis, keys, { head: first, entries: [{ id: 'd-2', event: second }] })
  for (const head of [emptyHead, first, second])
    expect(await holds(redis, keys.log, head)).toBe(true)
  const others = [
    { ...first, hash: second.hash },
    { ...second, seq: 1 },
    { ...first, seq: 2 },
    { ...second, seq: 3 },
    { ...second, hash: JSON.stringify(second) },
  ]
  for (const head of others) expect(await holds(redis, keys.log, head)).toBe(false)
})
