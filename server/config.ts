import { join } from 'node:path'
import { Origins } from '@night/shared/origins'
import { highestPort, redisUrl } from '@night/shared/redis-url'
import { createRemedy } from '@night/shared/remedy'
import { settingsIn } from '@night/shared/settings'
import { z } from 'zod'
import { TrustedProxies } from './proxies.ts'

/** What can stand behind `Bearer`. */
export const Token = z
  .string()
  .regex(/^[\w.~+/=-]{16,200}$/, 'a token has 16 to 200 letters, digits or . _ ~ + / = -')

/** In figures: what is blank is no 0. */
const wholeNumber = (most: number) => {
  const words = `a whole number from 0 to ${most}`
  const figures = z.string().trim().regex(/^\d+$/, words)
  return figures.transform(Number).refine((number) => number <= most, words)
}

const Environment = z.object({
  PORT: wholeNumber(highestPort).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  REDIS_URL: redisUrl((text) => new URL(text)),
  REDIS_REPLICAS: wholeNumber(5).default(0),
  DATA_DIR: z.string().min(1).default('./var'),
  DESK_TOKEN: Token.optional(),
  VIEW_TOKEN: Token.optional(),
  OPEN_READING: z.enum(['0', '1']).default('0'),
  ALERT_ORIGINS: Origins,
  EMBED_ORIGINS: Origins,
  TRUSTED_PROXIES: TrustedProxies,
  BULL_BOARD_PORT: wholeNumber(highestPort).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

/** What the server needs to know, from the environment; throws a remedy where it is wrong. [SEC1] */
export const serverConfig = (environment: NodeJS.ProcessEnv, root: string) => {
  const data = settingsIn(environment, Environment)
  if (!loopback.test(data.HOST) && data.VIEW_TOKEN === undefined && data.OPEN_READING === '0') {
    throw createRemedy(
      `HOST=${data.HOST} can be reached from other machines. Set VIEW_TOKEN so that reading needs it, or OPEN_READING=1 if everyone may read.`,
    )
  }
  return {
    port: data.PORT,
    host: data.HOST,
    redis: data.REDIS_URL,
    /** How many replicas have what is accepted before that is said. */
    replicas: data.REDIS_REPLICAS,
    dataFolder: data.DATA_DIR,
    nightFolders: [join(data.DATA_DIR, 'nights'), join(root, 'data', 'nights')],
    mapsFolder: join(root, 'data', 'maps'),
    almanacFolder: join(root, 'data', 'almanac'),
    screensFolder: join(root, 'client', 'dist'),
    deskToken: data.DESK_TOKEN ?? null,
    viewToken: data.VIEW_TOKEN ?? null,
    alertOrigins: data.ALERT_ORIGINS,
    embedOrigins: data.EMBED_ORIGINS,
    /** Null: queues are shown nowhere. */
    queueBoardPort: data.BULL_BOARD_PORT ?? null,
    trustedProxies: data.TRUSTED_PROXIES,
    logLevel: data.LOG_LEVEL,
  }
}
export type ServerConfig = ReturnType<typeof serverConfig>
