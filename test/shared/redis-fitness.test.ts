import { fitnessOf } from '@night/shared/redis-fitness'
import { expect, test } from 'vitest'

const good = {
  redis_version: '7.0.15',
  redis_mode: 'standalone',
  maxmemory_policy: 'noeviction',
  aof_enabled: '1',
  role: 'master',
  cluster_enabled: '0',
}
const settings = { appendfsync: 'always', 'min-replicas-to-write': '1' }

const info = (more: Readonly<Record<string, string>> = {}): string =>
  Object.entries({ ...good, ...more })
    .map(([name, value]) => `${name}:${value}\r\n`)
    .join('')

test('[OPS5] nothing is said of a Redis that keeps everything, old Valkey included', () => {
  const nothing = { refusals: [], warnings: [] }
  expect(fitnessOf(info(), settings, false)).toEqual(nothing)
  expect(fitnessOf(info(), settings, true)).toEqual(nothing)
  const valkey = info({ redis_version: '7.2.4', valkey_version: '8.1.0' })
  expect(fitnessOf(valkey, settings, false)).toEqual(nothing)
})

test.each([
  [{ maxmemory_policy: 'allkeys-lru' }, /maxmemory-policy allkeys-lru.*would vanish/],
  [{ redis_version: '6.0.16' }, /version 6\.0\.16; 6\.2 is the oldest/],
  [{ redis_version: '5.0.7' }, /version 5\.0\.7/],
  [{ role: 'slave' }, /is a replica.*its Sentinels/],
  [{ cluster_enabled: '1' }, /node of a cluster/],
  [{ redis_mode: 'sentinel' }, /is a Sentinel.*redis-sentinel:\/\//],
])('[OPS5] what a house cannot stand on is refused: %j', (more, words) => {
  expect(fitnessOf(info(more), settings, false).refusals).toEqual([expect.stringMatching(words)])
})

test.each([
  [{ aof_enabled: '0' }, {}, /appendonly no.*Set appendonly to yes/],
  [{}, { appendfsync: 'everysec' }, /lose a second of declarations.*appendfsync to always/],
  [{}, { appendfsync: 'no' }, /appendfsync no\): a power cut may lose declarations/],
  [{}, { appendfsync: null }, /CONFIG is refused/],
])('[OPS5] what is weaker than it could be is said: %j %j', (more, weak, words) => {
  const fitness = fitnessOf(info(more), { ...settings, ...weak }, false)
  expect(fitness).toEqual({ refusals: [], warnings: [expect.stringMatching(words)] })
})

test('[OPS5] a master of Sentinels that writes without a replica is named; one alone is not', () => {
  const alone = { ...settings, 'min-replicas-to-write': '0' }
  expect(fitnessOf(info(), alone, true).warnings).toEqual([
    expect.stringMatching(/min-replicas-to-write 0/),
  ])
  expect(fitnessOf(info(), alone, false).warnings).toEqual([])
})
