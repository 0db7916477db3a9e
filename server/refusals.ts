import { constituencyOf } from '@night/shared/about'
import { Refused } from '@night/shared/answer/fate'
import { nightKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { Ruling } from '@night/shared/ruling'
import { Router } from 'express'
import type { Redis } from 'ioredis'
import { fateOf } from './fates.ts'
import { type Guard, part } from './guard.ts'
import type { Nights } from './nights.ts'
import { refuse } from './problems.ts'

/** So many are kept of a night: a program gone wrong must not fill the disk. */
const most = 500

export const keepRefused = async (
  redis: Redis,
  night: OpenNight,
  refused: Refused,
): Promise<void> => {
  const key = nightKeys(night.mode, night.id, night.run).refused
  await redis.lpush(key, JSON.stringify(refused))
  await redis.ltrim(key, 0, most - 1)
}

type Parts = { readonly guard: Guard; readonly nights: Nights; readonly redis: Redis }

/** What was refused at the door or rejected by the desk, the latest first. [HLD4] */
export const createRefusals = ({ guard, nights, redis }: Parts): Router =>
  Router().get(
    '/nights/:night/refusals',
    guard.desk(async (request, response) => {
      const night = await nights.findOpen(part(request, 'night'))
      if (!night) return refuse(response, 'no-such-thing', 'There is no open night of that name.')
      const { refused } = nightKeys(night.mode, night.id, night.run)
      const atTheDoor = await redis.lrange(refused, 0, -1)
      const refusals = [
        ...atTheDoor.map((text) => Refused.parse(JSON.parse(text))),
        ...(await rejectedOf(redis, night)),
      ]
      response.json({ refusals: refusals.toSorted((a, b) => (a.at < b.at ? 1 : -1)) })
    }),
  )

const rejectedOf = async (redis: Redis, night: OpenNight): Promise<Refused[]> => {
  const { rejected } = nightKeys(night.mode, night.id, night.run)
  const rulings = Object.entries(await redis.hgetall(rejected))
  const all = await Promise.all(
    rulings.map(async ([id, text]): Promise<Refused[]> => {
      const { at, by, reason } = Ruling.parse(JSON.parse(text))
      const submission = (await fateOf(redis, night, id))?.submission
      if (!submission) return []
      const constituency = constituencyOf(submission)
      const from = 'by' in submission ? submission.by : 'desk'
      return [{ at, from, constituency, code: 'rejected', words: `Rejected by ${by}: ${reason}` }]
    }),
  )
  return all.flat()
}
