import { appendScript } from '@night/worker/log'
import type { Redis } from 'ioredis'
import { appendPromises } from './append-promises.ts'

type Change = readonly [from: string, to: string]

/** What a slip of the pen could make of the script that appends: each has to break a promise. */
export const appendFaults: readonly (readonly [what: string, ...change: Change])[] = [
  ['nobody asks whether the id is in the log', '>= 1 then', '>= 3 then'],
  ['every id is thought to be in the log', '>= 1 then', '>= 0 then'],
  [
    'what is in the log already goes on waiting',
    "redis.call('SREM', KEYS[3], ARGV[3])\n  return",
    'return',
  ],
  ['nobody asks whether a later id is in the log', '~= 0 then', '~= 0 and false then'],
  ['every later id is thought to be in the log', '~= 0 then', '~= 2 then'],
  ['nobody asks whether it was rejected', " + redis.call('HEXISTS', KEYS[5], ARGV[3])", ''],
  [
    'nobody asks whether a later one was rejected',
    " + redis.call('HEXISTS', KEYS[5], ARGV[i])",
    '',
  ],
  ['the second of several is not asked about', 'for i = 6', 'for i = 9'],
  [
    'the first event is taken for the last',
    "'XREVRANGE', KEYS[1], '+', '-'",
    "'XRANGE', KEYS[1], '-', '+'",
  ],
  ['the log is always thought to be empty', 'if last then', 'if false then'],
  ['no hash is found beside the last event', "== 'hash' then", "== 'link' then"],
  ['the event is taken for its hash', "== 'hash' then", "== 'event' then"],
  [
    'nobody compares heads',
    "ARGV[2] then return 'conflict'",
    "ARGV[2] and false then return 'conflict'",
  ],
  ['numbers are not compared', 'seq ~= tonumber(ARGV[1]) or ', ''],
  ['hashes are not compared', ' or hash ~= ARGV[2]', ''],
  ['a head must differ in both to be a conflict', ' or hash ~=', ' and hash ~='],
  ['a number that is left out counts up', 'tonumber(ARGV[1]) or', 'tonumber(ARGV[1]) + 1 or'],
  ['a conflict is not told', "ARGV[2] then return 'conflict'", "ARGV[2] then return 'appended'"],
  ['a number is left out', 'seq = seq + 1', 'seq = seq + 2'],
  ['all have one number', "seq .. '-0'", "ARGV[1] + 1 .. '-0'"],
  ['Redis gives the number', "seq .. '-0'", "'*'"],
  ['only the first of several is written', 'for i = 3, #ARGV, 3', 'for i = 3, 3, 3'],
  ['only the last of several is written', 'for i = 3, #ARGV, 3', 'for i = #ARGV - 2, #ARGV, 3'],
  ['the hash is not kept', "'hash', ARGV[i + 2])", "'hash', '')"],
  ['the hash of the head is kept', "'hash', ARGV[i + 2])", "'hash', ARGV[2])"],
  ['the event is not kept', "'event', ARGV[i + 1]", "'event', ARGV[i + 2]"],
  [
    'nothing is written',
    "redis.call('XADD', KEYS[1], seq .. '-0', 'event', ARGV[i + 1], 'hash', ARGV[i + 2])",
    '',
  ],
  ['the id is not kept', "redis.call('HSET', KEYS[2], ARGV[i], seq)", ''],
  ['the id is kept with the place before', 'ARGV[i], seq)', 'ARGV[i], seq - 1)'],
  ['the first id is kept for all', 'KEYS[2], ARGV[i], seq)', 'KEYS[2], ARGV[3], seq)'],
  [
    'what was appended goes on waiting',
    "redis.call('SREM', KEYS[3], ARGV[i])\n  redis.call('HDEL'",
    "redis.call('HDEL'",
  ],
  ['what was appended is still held back', "redis.call('HDEL', KEYS[4], ARGV[i])", ''],
  [
    'nothing at all is held back any more',
    "redis.call('HDEL', KEYS[4], ARGV[i])",
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
