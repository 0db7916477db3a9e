import { NightEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import type { Redis } from 'ioredis'
import type { Night } from './night.ts'

/** A night's events as its log has them at this moment, those included that this server has not heard of yet. */
export const eventsNow = async (
  redis: Redis,
  { mode, id, run }: OpenNight,
  { events }: Night,
): Promise<readonly NightEvent[]> => {
  const entries = await redis.xrange(nightKeys(mode, id, run).log, `(${events.length}-0`, '+')
  const later = entries.map(([, fields]) =>
    NightEvent.parse(JSON.parse(fields[fields.indexOf('event') + 1] ?? '')),
  )
  return [...events, ...later]
}
