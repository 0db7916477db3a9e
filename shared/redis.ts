/** How a connection is used decides how it behaves when Redis is away. */
export type RedisUse = 'door' | 'work'

const base = { socketTimeout: 15_000, retryStrategy: (times: number) => Math.min(50 * times, 1000) }

const uses = {
  /** Answers at once that Redis is away: someone waits at the other end. */
  door: { ...base, maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 2000 },
  /** Waits for Redis to come back, however long it takes. */
  work: { ...base, maxRetriesPerRequest: null },
} as const

/** The parts of a URL that matter here; a parsed `URL` has them. */
export type RedisAddress = {
  readonly protocol: string
  readonly hostname: string
  readonly port: string
  readonly pathname: string
  readonly username: string
  readonly password: string
}

/** Options for a client of `redis://`, `rediss://` or `unix://`; socketTimeout ends half-open connections. */
export const redisOptions = (url: RedisAddress, use: RedisUse) => {
  if (url.protocol === 'unix:') return { ...uses[use], path: decodeURIComponent(url.pathname) }
  return {
    ...uses[use],
    host: url.hostname,
    port: Number(url.port || 6379),
    db: Number(url.pathname.slice(1) || 0),
    ...(url.username && { username: decodeURIComponent(url.username) }),
    ...(url.password && { password: decodeURIComponent(url.password) }),
    ...(url.protocol === 'rediss:' && { tls: {} }),
  }
}
