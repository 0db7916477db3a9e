import { rememberFault } from '@night/shared/last-fault'
import type { Clock, Stopwatch } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { createAccess } from './access.ts'
import { readTable } from './almanac.ts'
import { createAlertLog } from './alerts/alert-log.ts'
import { createSubscribing } from './alerts/subscribing.ts'
import { createSubscriptions } from './alerts/subscriptions.ts'
import { createApp } from './app.ts'
import { createArming } from './arming.ts'
import { insist } from './begin-with-redis.ts'
import { createClocks } from './clocks.ts'
import type { ServerConfig } from './config.ts'
import { openConnections } from './connections.ts'
import { createContracts } from './contracts/contracts.ts'
import { createDeskCalls } from './desk-calls.ts'
import { createEmbeds } from './exports/embeds.ts'
import { createCorrections } from './exports/corrections.ts'
import { createFeedAtom } from './exports/feed-atom.ts'
import { createNightFile } from './exports/night-file.ts'
import { createResultsCsv } from './exports/results-csv.ts'
import { createScheduleIcs } from './exports/schedule-ics.ts'
import { createEntrance } from './entrance.ts'
import { createFeed } from './feed.ts'
import { createGuard } from './guard.ts'
import { createHealth } from './health.ts'
import { createInlet } from './inlet.ts'
import { createIntake } from './intake.ts'
import { createMeasures } from './measures/measures.ts'
import { createWalk } from './measures/walk.ts'
import { createNights } from './nights.ts'
import { createOfficers } from './officers.ts'
import { createOpenings } from './openings.ts'
import { openQueueBoard } from './queue-board.ts'
import { createReach } from './reach.ts'
import { createReading } from './reading.ts'
import { createRecordings } from './recordings.ts'
import { createRefusals } from './refusals.ts'
import { createReplays } from './replays.ts'
import { createRulings } from './rulings.ts'
import { createScreens } from './screens.ts'
import { createSpace, createSpaceDoor, type Room, roomIn } from './space.ts'
import { createVersion } from './version.ts'
import { keepWatch } from './watch.ts'

type Parts = {
  readonly config: ServerConfig
  readonly deskToken: string
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  readonly log: Logger
  /** Room on the disk; by default that of the house's own Redis. */
  readonly room?: Room
}

/** What is for people and for operators. */
const pages = [createHealth, createMeasures, createScreens, createEmbeds] as const

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
  createResultsCsv,
  createFeedAtom,
  createScheduleIcs,
  createSubscribing,
  createSubscriptions,
  createAlertLog,
  createContracts,
] as const

/**
 * The whole server: when it resolves it answers at `url`, and screens may come. Closing, screens go first, so that they
 * go elsewhere; then what reads and writes; the connections to Redis last.
 */
export const createServer = async (given: Parts) => {
  const { config, deskToken, clock, stopwatch, room = roomIn(config) } = given
  const { log, lastFault } = rememberFault(given.log, clock)
  const { door, work, inlet: line } = await openConnections(config, log)
  const recordings = createRecordings(config.nightFolders, log)
  const nights = createNights({ door, work, recordings, clock, stopwatch, log })
  const clocks = createClocks({ redis: door, clock })
  const space = await createSpace({ room, log })
  const inlet = await createInlet({ redis: line, config, log })
  const access = createAccess({ redis: door, deskToken, viewToken: config.viewToken })
  const board = await openQueueBoard({ config, access, queues: inlet.queues })
  const own = { config, clock, stopwatch, log, lastFault, redis: door }
  const common = { ...own, nights, clocks, space, recordings, inlet, access }
  const house = {
    ...common,
    guard: createGuard(access),
    trustedOrigins: config.alertOrigins,
    table: await readTable(config.almanacFolder),
    walk: createWalk({ clock, stopwatch }),
    version: createVersion(config.screensFolder, stopwatch),
    screensOf: (night: string): number => feed.screensOf(night),
    census: () => feed.census(),
    writes: () => feed.writes(),
  }
  const app = createApp({
    pages: pages.map((create) => create(house)),
    api: [createSpaceDoor(space), ...doors.map((create) => create(house))],
    trustedProxies: config.trustedProxies,
    log,
  })
  const entrance = createEntrance(app, stopwatch)
  const feed = createFeed({ ...house, http: entrance.http })
  const watch = keepWatch({ ...house, feed })
  // The first screens after a restart come all at once: no night has to be read for them then.
  await insist(() => Promise.all([clocks.keepUp(), nights.listOpen()]), log)
  const close = () =>
    closeAll([entrance, feed], [watch, board, space, nights, inlet], [door, work, line])
  const url = await orClose(entrance.listen(config), close)
  return { url, app, queueBoard: board.url, close }
}

/** Where it cannot listen nothing of it goes on. */
const orClose = async (url: Promise<string>, close: () => Promise<void>): Promise<string> => {
  try {
    return await url
  } catch (fault) {
    await close()
    throw fault
  }
}

type Closes = { readonly close: () => Promise<void> }

const closeAll = async (
  front: readonly Closes[],
  parts: readonly Closes[],
  connections: readonly Redis[],
): Promise<void> => {
  await Promise.all(front.map((one) => one.close()))
  for (const one of parts) await one.close()
  for (const redis of connections) redis.disconnect()
}
