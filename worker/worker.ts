import { randomUUID } from 'node:crypto'
import { conductorKey } from '@night/shared/names'
import { almanacToTable } from '@night/shared/records/facts'
import { redisOptions } from '@night/shared/redis'
import { rememberFault } from '@night/shared/last-fault'
import { examineRedis } from '@night/shared/redis-fitness'
import type { Clock, Stopwatch } from '@night/shared/time'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { createAlerts } from './alerts/alerts.ts'
import { readAlmanac } from './almanac.ts'
import type { WorkerConfig } from './config.ts'
import { createDeclarations } from './declarations.ts'
import { createLeader } from './leader.ts'
import { createNights } from './nights.ts'
import { createQueues } from './queues.ts'
import { createReconciler } from './reconciler.ts'
import { createConductor } from './replay/conductor.ts'
import { createRecordings } from './replay/recordings.ts'
import { sha256 } from './sha256.ts'
import { createTelling } from './telling.ts'

type Parts = {
  readonly config: WorkerConfig
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  readonly log: Logger
}

/** The whole worker: when it resolves, it takes jobs. `close` finishes the job that is under way. */
export const createWorker = async (parts: Parts) => {
  const { config, clock, stopwatch } = parts
  const { log, lastFault } = rememberFault(parts.log, clock)
  const connection = redisOptions(config.redis, 'work')
  const redis = await connect(config, log)
  const self = randomUUID()
  const queues = createQueues(redis, log)
  const nights = createNights(redis)
  const telling = createTelling({ redis, lastFault, log })
  const table = almanacToTable(await readAlmanac(config.almanacFolder))
  const common = { redis, connection, clock, log }
  const deciding = { ...common, queues, nights, stopwatch, table, telling }
  const declarations = await createDeclarations(deciding)
  const reconciler = createReconciler({ redis, queues, nights, log })
  const conductor = createConductor({
    ...common,
    inlet: { redis, enqueueAll: queues.enqueueAll, sha256 },
    recordings: createRecordings(config.nightFolders),
    leader: createLeader(redis, conductorKey, self),
  })
  const alerts = await createAlerts({ ...common, stopwatch, config, self })

  return {
    close: async () => {
      await conductor.close()
      await reconciler.close()
      await declarations.close()
      await alerts.close()
      await telling.close()
      await queues.close()
      redis.disconnect()
    },
  }
}

const connect = async (config: WorkerConfig, log: Logger): Promise<Redis> => {
  const redis = new Redis(redisOptions(config.redis, 'work'))
  redis.on('error', (fault) => log.warn({ fault: fault.message }, 'Redis is out of reach'))
  for (const warning of await examineRedis(redis, 'sentinels' in config.redis))
    log.warn(`Redis: ${warning}`)
  return redis
}
