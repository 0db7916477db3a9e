import { createRemedy } from './remedy.ts'

/** What an operator should know of a Redis before a night: what it must not be, and what is weaker than it could be. */
type Fitness = { readonly refusals: readonly string[]; readonly warnings: readonly string[] }

/** The settings that `INFO` does not tell; null where they could not be asked. */
type RedisSettings = {
  readonly appendfsync: string | null
  readonly 'min-replicas-to-write': string | null
}

type Asked = {
  readonly info: () => Promise<string>
  readonly call: (command: string, ...words: string[]) => Promise<unknown>
  readonly disconnect: () => void
}

const oldest = { major: 6, minor: 2 }

const isOlder = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < oldest.major || (major === oldest.major && minor < oldest.minor)
}

const refusalsOf = (told: (name: string) => string): string[] => {
  const version = told('valkey_version') || told('redis_version')
  const policy = told('maxmemory_policy')
  const said = [
    told('redis_mode') === 'sentinel' &&
      'This is a Sentinel, which holds nothing itself. Write redis-sentinel://host:26379,…/<name of the master>.',
    told('cluster_enabled') === '1' &&
      'This Redis is a node of a cluster. The house needs one server, or one with replicas and Sentinels: see docs/operating.md.',
    told('role') === 'slave' &&
      'This Redis is a replica, which cannot be written to. Name its master, or its Sentinels.',
    version !== '' &&
      isOlder(version) &&
      `This Redis is version ${version}; 6.2 is the oldest that will do.`,
    policy !== '' &&
      policy !== 'noeviction' &&
      `This Redis throws things away when its memory is full (maxmemory-policy ${policy}): declarations and results would vanish. Set maxmemory-policy to noeviction.`,
  ]
  return said.filter((words) => words !== false)
}

const warningsOf = (
  told: (name: string) => string,
  { appendfsync, 'min-replicas-to-write': replicas }: RedisSettings,
  hasSentinels: boolean,
): string[] => {
  const isKept = told('aof_enabled') === '1'
  const said = [
    !isKept &&
      'This Redis does not write down what it is told as it goes (appendonly no): when it ends, what was declared since its last snapshot is lost. Set appendonly to yes.',
    isKept &&
      appendfsync === null &&
      'This Redis does not say how often it syncs its disk (CONFIG is refused): where that is not always, a power cut may lose declarations that were answered with 202.',
    isKept &&
      appendfsync !== null &&
      appendfsync !== 'always' &&
      `This Redis does not sync each write (appendfsync ${appendfsync}): a power cut may lose ${appendfsync === 'everysec' ? 'a second of ' : ''}declarations that were answered with 202. Set appendfsync to always.`,
    hasSentinels &&
      replicas === '0' &&
      'A master that is cut off from its replicas goes on taking declarations, which are lost when another takes its place (min-replicas-to-write 0). Set min-replicas-to-write to 1.',
  ]
  return said.filter((words) => words !== false)
}

/** What `INFO` and the settings tell. */
export const fitnessOf = (
  info: string,
  settings: RedisSettings,
  hasSentinels: boolean,
): Fitness => {
  const told = (name: string): string =>
    new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? ''
  return { refusals: refusalsOf(told), warnings: warningsOf(told, settings, hasSentinels) }
}

const setting = async (redis: Asked, name: string): Promise<string | null> => {
  const answer = await redis.call('CONFIG', 'GET', name).catch(() => null)
  return Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : null
}

/** Asks a Redis what it is; leaves it and throws a remedy with all that stands against it, answers what is weak. [OPS5] */
export const examineRedis = async (
  redis: Asked,
  hasSentinels: boolean,
): Promise<readonly string[]> => {
  const settings = {
    appendfsync: await setting(redis, 'appendfsync'),
    'min-replicas-to-write': await setting(redis, 'min-replicas-to-write'),
  }
  const { refusals, warnings } = fitnessOf(await redis.info(), settings, hasSentinels)
  if (refusals.length === 0) return warnings
  redis.disconnect()
  throw createRemedy(refusals.join('\n'))
}
