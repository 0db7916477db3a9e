import { z } from 'zod'

/** The parts of a URL that matter here; a parsed `URL` has them. */
type ServerAddress = {
  readonly protocol: string
  readonly hostname: string
  readonly port: string
  readonly pathname: string
  readonly username: string
  readonly password: string
}

/** A master by its name: its Sentinels say where it is, and where it went. */
type SentinelAddress = {
  readonly protocol: 'redis-sentinel:'
  readonly sentinels: readonly { readonly host: string; readonly port: number }[]
  readonly name: string
  readonly username: string
  readonly password: string
  readonly sentinelPassword: string
}

export type RedisAddress = ServerAddress | SentinelAddress

const sentinelForm =
  /^redis-sentinel:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<places>[^/?@]+)\/(?<name>[\w.-]+)(?:\?sentinel-password=(?<other>[^&]*))?$/

const placeForm = /^(?:\[([0-9a-f:]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i

const words =
  'REDIS_URL is redis://host:6379, rediss://user:password@host:6379, unix:///path/to/redis.sock, or redis-sentinel://user:password@host:26379,host:26379,host:26379/<name of the master>.'

/** There are no ports above it. */
export const highestPort = 65_535

const toPlace = (text: string) => {
  const [, six, four, port = '26379'] = placeForm.exec(text) ?? []
  const host = six ?? four
  const isPort = Number(port) > 0 && Number(port) <= highestPort
  return host === undefined || !isPort ? null : { host, port: Number(port) }
}

const toSentinels = (text: string): SentinelAddress | null => {
  const {
    user = '',
    password = '',
    places = '',
    name,
    other = '',
  } = sentinelForm.exec(text)?.groups ?? {}
  const sentinels = places.split(',').flatMap((place) => toPlace(place) ?? [])
  if (name === undefined || sentinels.length < places.split(',').length) return null
  return {
    protocol: 'redis-sentinel:',
    sentinels,
    name,
    username: user,
    password,
    sentinelPassword: other,
  }
}

/** What is percent-encoded can be decoded, a socket has a path, and a database is a number. */
const isReadable = (address: RedisAddress): boolean => {
  const { protocol, username, password } = address
  const rest = 'pathname' in address ? address.pathname : address.sentinelPassword
  const form = protocol === 'unix:' ? /^\/./ : /^\/?\d*$/
  const isPlace = 'sentinels' in address || form.test(rest)
  return isPlace && [username, password, rest].every(isDecodable)
}

const isDecodable = (text: string): boolean => !/%(?![0-9a-f]{2})/i.test(text)

/** `REDIS_URL`. How an ordinary URL is parsed is handed in, since that is the platform's. */
export const redisUrl = (parse: (text: string) => ServerAddress) => {
  const one = z.url({ protocol: /^(rediss?|unix)$/, hostname: /.*/ })
  return z.string(words).transform((text, context): RedisAddress => {
    const address = toSentinels(text) ?? (one.safeParse(text).success ? parse(text) : null)
    if (address !== null && isReadable(address)) return address
    context.addIssue({ code: 'custom', message: words })
    return z.NEVER
  })
}
