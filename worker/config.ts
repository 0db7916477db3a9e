import { join } from 'node:path'
import { Origins } from '@night/shared/origins'
import { redisUrl } from '@night/shared/redis-url'
import { settingsIn } from '@night/shared/settings'
import { z } from 'zod'
import { PushSubject } from './alerts/push-subject.ts'

const Environment = z.object({
  REDIS_URL: redisUrl((text) => new URL(text)),
  DATA_DIR: z.string().min(1).default('./var'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  VAPID_SUBJECT: PushSubject,
  ALERT_ORIGINS: Origins,
})

/** What the worker needs to know, from the environment; throws a remedy where it is wrong. */
export const workerConfig = (environment: NodeJS.ProcessEnv, root: string) => {
  const { REDIS_URL, DATA_DIR, LOG_LEVEL, VAPID_SUBJECT, ALERT_ORIGINS } = settingsIn(
    environment,
    Environment,
  )
  return {
    redis: REDIS_URL,
    nightFolders: [join(DATA_DIR, 'nights'), join(root, 'data', 'nights')],
    almanacFolder: join(root, 'data', 'almanac'),
    logLevel: LOG_LEVEL,
    dataFolder: DATA_DIR,
    /** Null: no web push. */
    pushSubject: VAPID_SUBJECT,
    alertOrigins: ALERT_ORIGINS,
  }
}
export type WorkerConfig = ReturnType<typeof workerConfig>
