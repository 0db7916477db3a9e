import type { RedisAddress } from './redis-url.ts'

/** How a connection is used decides how it behaves when Redis is away. */
type RedisUse = 'door' | 'work'

/** As much of a client as it takes to run a script. */
export type Scripting = {
  readonly eval: (script: string, keys: number, ...rest: (string | number)[]) => Promise<unknown>
}

const retryStrategy = (times: number): number => Math.min(50 * times, 1000)

/**
 * Half-open connections are ended. Who was the master and is a replica now refuses every write, and nothing of such a
 * command was done: it is sent again to whoever is the master.
 */
const base = {
  socketTimeout: 15_000,
  retryStrategy,
  reconnectOnError: (fault: Error): 2 | false => (fault.message.startsWith('READONLY') ? 2 : false),
}

const uses = {
  /** Answers at once that Redis is away: someone waits at the other end. */
  door: { ...base, maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 2000 },
  /** Waits for Redis to come back, however long it takes. */
  work: { ...base, maxRetriesPerRequest: null },
} as const

const named = (key: string, text: string): Record<string, string> =>
  text === '' ? {} : { [key]: decodeURIComponent(text) }

/** Options for a client of `redis://`, `rediss://`, `unix://`, or of the master that Sentinels name. */
export const redisOptions = (url: RedisAddress, use: RedisUse) => {
  if ('sentinels' in url) {
    return {
      ...uses[use],
      sentinels: [...url.sentinels],
      name: url.name,
      sentinelRetryStrategy: retryStrategy,
      sentinelCommandTimeout: 2000,
      ...named('username', url.username),
      ...named('password', url.password),
      ...named('sentinelPassword', url.sentinelPassword),
    }
  }
  if (url.protocol === 'unix:') return { ...uses[use], path: decodeURIComponent(url.pathname) }
  return {
    ...uses[use],
    // An IPv6 address stands in brackets in a URL, and in none elsewhere.
    host: url.hostname.replace(/^\[(.+)\]$/, '$1'),
    port: Number(url.port || 6379),
    db: Number(url.pathname.slice(1) || 0),
    ...named('username', url.username),
    ...named('password', url.password),
    ...(url.protocol === 'rediss:' && { tls: {} }),
  }
}
