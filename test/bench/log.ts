import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NightEvent } from '@night/shared/event'
import { definitionsKey, nightKeys, nightsKey } from '@night/shared/names'
import { nightFile } from '@night/shared/recorded'
import type { Redis } from 'ioredis'
import { root } from '../support/root.ts'
import { recording } from './events.ts'

/** The night that is measured where no worker runs; its log is written as the worker would. */
export const night = 'bench-night'

/** As if the desk had opened it. */
export const openNight = async (redis: Redis): Promise<void> => {
  const text = await readFile(join(root, 'data', 'nights', recording, nightFile), 'utf8')
  const definition = { ...JSON.parse(text), id: night }
  await redis.hset(definitionsKey, night, JSON.stringify(definition))
  const open = { id: night, mode: 'rehearsal', run: 1, openedAt: '2019-12-12T21:00:00.000Z' }
  await redis.hset(nightsKey, night, JSON.stringify(open))
}

/** What is added to the stream. */
export const entry = (event: NightEvent) =>
  [
    nightKeys('rehearsal', night).log,
    `${event.seq}-0`,
    'event',
    JSON.stringify(event),
    'hash',
    event.hash,
  ] as const

/** Socket.IO's first packet of a screen of this night, with what else it says of itself. */
export const hello = (more: object): string => `40${JSON.stringify({ night, ...more })}`
