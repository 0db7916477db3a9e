import { join } from 'node:path'
import { Origins } from '@night/shared/origins'
import { z } from 'zod'

/** What can stand behind `Bearer`. */
const Token = z
  .string()
  .regex(/^[\w.~+/=-]{16,200}$/, 'a token has 16 to 200 letters, digits or . _ ~ + / = -')

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  REDIS_URL: z.url({ protocol: /^(rediss?|unix)$/, hostname: /.*/ }),
  DATA_DIR: z.string().min(1).default('./var'),
  DESK_TOKEN: Token.optional(),
  VIEW_TOKEN: Token.optional(),
  OPEN_READING: z.enum(['0', '1']).default('0'),
  ALERT_ORIGINS: Origins,
  EMBED_ORIGINS: Origins,
  BULL_BOARD_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

/** What the server needs to know, from the environment; throws with a sentence for each variable that is wrong. [SEC1] */
export const serverConfig = (environment: NodeJS.ProcessEnv, root: string) => {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  const { data } = parsed
  if (!loopback.test(data.HOST) && data.VIEW_TOKEN === undefined && data.OPEN_READING === '0') {
    throw new Error(
      `HOST=${data.HOST} can be reached from other machines. Set VIEW_TOKEN so that reading needs it, or OPEN_READING=1 if everyone may read.`,
    )
  }
  return {
    port: data.PORT,
    host: data.HOST,
    redis: new URL(data.REDIS_URL),
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
    logLevel: data.LOG_LEVEL,
  }
}
export type ServerConfig = ReturnType<typeof serverConfig>
