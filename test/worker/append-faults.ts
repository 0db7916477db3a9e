import { appendScript } from '@night/worker/log'
import type { Redis } from 'ioredis'
import { appendPromises } from './append-promises.ts'

type Change = readonly [from: string, to: string]

/** What a slip of the pen could make of the script that appends: each has to break a promise. */
export const appendFaults: readonly (readonly [what: string, ...change: Change])[] = [
  ['nobody asks whether the id is in the log', '== 1 then', '== 2 then'],
  ['every id is thought to be in the log', '== 1 then', '~= 2 then'],
  [
    'what is in the log already goes on waiting',
    "redis.call('SREM', KEYS[3], ARGV[1])\n  return",
    'return',
  ],
  [
    'the first event is taken for the last',
    "'XREVRANGE', KEYS[1], '+', '-'",
    "'XRANGE', KEYS[1], '-', '+'",
  ],
  ['the log is always thought to be empty', 'if last then', 'if false then'],
  ['no hash is found beside the last event', "== 'hash' then", "== 'link' then"],
  ['the event is taken for its hash', "== 'hash' then", "== 'event' then"],
  ['nobody compares heads', "then return 'conflict'", "and false then return 'conflict'"],
  ['numbers are not compared', 'seq ~= tonumber(ARGV[2]) or ', ''],
  ['hashes are not compared', ' or hash ~= ARGV[3]', ''],
  ['a head must differ in both to be a conflict', ' or hash ~=', ' and hash ~='],
  ['a number that is left out counts up', 'tonumber(ARGV[2]) or', 'tonumber(ARGV[2]) + 1 or'],
  ['a conflict is not told', "return 'conflict'", "return 'appended'"],
  ['a number is left out', "(seq + 1) .. '-0'", "(seq + 2) .. '-0'"],
  ['Redis gives the number', "(seq + 1) .. '-0'", "'*'"],
  ['the hash is not kept', "'hash', ARGV[5])", "'hash', '')"],
  ['the hash of the head is kept', "'hash', ARGV[5])", "'hash', ARGV[3])"],
  ['the event is not kept', "'event', ARGV[4]", "'event', ARGV[5]"],
  [
    'nothing is written',
    "redis.call('XADD', KEYS[1], (seq + 1) .. '-0', 'event', ARGV[4], 'hash', ARGV[5])",
    '',
  ],
  ['the id is not kept', "redis.call('HSET', KEYS[2], ARGV[1], seq + 1)", ''],
  ['the id is kept with the place before', 'ARGV[1], seq + 1)', 'ARGV[1], seq)'],
  [
    'what was appended goes on waiting',
    "redis.call('SREM', KEYS[3], ARGV[1])\nredis.call('HDEL'",
    "redis.call('HDEL'",
  ],
  ['what was appended is still held back', "redis.call('HDEL', KEYS[4], ARGV[1])", ''],
  [
    'nothing at all is held back any more',
    "redis.call('HDEL', KEYS[4], ARGV[1])",
    "redis.call('DEL', KEYS[4])",
  ],
  ['the answer is another', "return 'appended'", "return 'known'"],
]

/** The script with one change. */
export const changed = ([from, to]: Change): string => {
  if (!appendScript.includes(from)) throw new Error(`The script has no ${from} any more.`)
  return appendScript.replace(from, to)
}

/** The same Redis, which runs this script whatever it is given. */
export const running = (redis: Redis, script: string): Redis => {
  const instead = (_given: string, count: number, ...values: string[]) =>
    redis.eval(script, count, ...values)
  return new Proxy(redis, {
    get: (one, name) => {
      if (name === 'eval') return instead
      const own: unknown = Reflect.get(one, name)
      return typeof own === 'function' ? own.bind(one) : own
    },
  })
}

/** The first promise that is not kept; null where all are. */
export const firstBroken = async (redis: Redis): Promise<string | null> => {
  for (const [what, holds] of appendPromises) {
    const isKept = await holds(redis).then(
      () => true,
      () => false,
    )
    if (!isKept) return what
  }
  return null
}
