import { once } from 'node:events'
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { redisOptions } from '@night/shared/redis'
import type { Clock } from '@night/shared/time'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { createAccess } from './access.ts'
import { readTable } from './almanac.ts'
import { createAlertLog } from './alerts/alert-log.ts'
import { createSubscribing } from './alerts/subscribing.ts'
import { createSubscriptions } from './alerts/subscriptions.ts'
import { createApp } from './app.ts'
import { createArming } from './arming.ts'
import { insist, untilConnected } from './begin-with-redis.ts'
import { createClocks } from './clocks.ts'
import type { ServerConfig } from './config.ts'
import { createCorrections } from './corrections.ts'
import { createDeskCalls } from './desk-calls.ts'
import { createFeed } from './feed.ts'
import { createGuard } from './guard.ts'
import { createHealth } from './health.ts'
import { createInlet } from './inlet.ts'
import { createIntake } from './intake.ts'
import { createMeasures } from './measures/measures.ts'
import { createNightFile } from './night-file.ts'
import { createNights } from './nights.ts'
import { createOfficers } from './officers.ts'
import { createOpenings } from './openings.ts'
import { createReach } from './reach.ts'
import { createReading } from './reading.ts'
import { createRecordings } from './recordings.ts'
import { createRefusals } from './refusals.ts'
import { createReplays } from './replays.ts'
import { createRulings } from './rulings.ts'
import { createScreens } from './screens.ts'
import { createSpace, createSpaceDoor, type Room, roomIn } from './space.ts'
import { keepWatch } from './watch.ts'

type Parts = {
  readonly config: ServerConfig
  readonly deskToken: string
  readonly clock: Clock
  readonly log: Logger
  /** Room on the disk; by default that of the house's own Redis. */
  readonly room?: Room
}

/** Everything under `/api`. */
const doors = [
  createReading,
  createIntake,
  createRulings,
  createRefusals,
  createReach,
  createCorrections,
  createOpenings,
  createArming,
  createDeskCalls,
  createOfficers,
  createReplays,
  createNightFile,
  createSubscribing,
  createSubscriptions,
  createAlertLog,
] as const

/** The whole server: when it resolves it answers at `url`, and screens may come. */
export const createServer = async (parts: Parts) => {
  const { config, deskToken, clock, log, room = roomIn(config) } = parts
  const door = await connect(parts, 'door')
  const work = await connect(parts, 'work')
  const recordings = createRecordings(config.nightFolders)
  const nights = createNights({ door, work, recordings, log })
  const clocks = createClocks({ redis: door, clock })
  await insist(clocks.keepUp, log)
  const space = await createSpace({ room, log })
  const inlet = createInlet({ redis: door, connection: redisOptions(config.redis, 'door'), log })
  const access = createAccess({ redis: door, deskToken, viewToken: config.viewToken })
  const house = {
    guard: createGuard(access),
    access,
    trustedOrigins: config.alertOrigins,
    table: await readTable(config.almanacFolder),
    screensOf: (night: string): number => feed.screensOf(night),
    writes: () => feed.writes(),
    nights,
    recordings,
    inlet,
    clock,
    redis: door,
  }
  const app = createApp({
    pages: [
      createHealth({ ...house, space }),
      createMeasures({ ...house, log }),
      createScreens({ config, nights, clocks }),
    ],
    api: [createSpaceDoor(space), ...doors.map((create) => create(house))],
    log,
  })
  const http = createHttpServer(app)
  const feed = createFeed({ http, nights, clocks, access, log })
  const watch = keepWatch({ nights, clocks, feed, clock, log })
  const url = await listen(http, config)
  return { url, close: () => close([feed, watch, space, nights, inlet], http, [door, work]) }
}

const connect = async ({ config, log }: Parts, use: 'door' | 'work'): Promise<Redis> => {
  const redis = new Redis(redisOptions(config.redis, use))
  redis.on('error', (fault) => log.warn({ use, fault: fault.message }, 'Redis is out of reach'))
  await untilConnected(redis)
  return redis
}

const listen = async (http: HttpServer, { host, port }: ServerConfig): Promise<string> => {
  http.listen(port, host)
  await once(http, 'listening')
  const address = http.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`
}

type Closes = { readonly close: () => Promise<void> }

/** Screens first, so that they go elsewhere; then what reads and writes; the connections to Redis last. */
const close = async (
  parts: readonly Closes[],
  http: HttpServer,
  connections: readonly Redis[],
): Promise<void> => {
  http.closeAllConnections()
  for (const one of parts) await one.close()
  for (const redis of connections) redis.disconnect()
}
