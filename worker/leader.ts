import type { Redis } from 'ioredis'

/** KEYS lock · ARGV self, milliseconds */
const leadScript = `
local leader = redis.call('GET', KEYS[1])
if leader and leader ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`

/** KEYS lock · ARGV self */
const yieldScript = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`

/** Milliseconds after which another worker leads, where the one that led was lost. */
const term = '2000'

/** One worker leads at a time under this name, for as long as it says so again within two seconds. */
export const createLeader = (redis: Redis, name: string, self: string) => ({
  leads: async (): Promise<boolean> => (await redis.eval(leadScript, 1, name, self, term)) === 1,
  yields: async (): Promise<void> => {
    if (redis.status === 'ready') await redis.eval(yieldScript, 1, name, self)
  },
})
export type Leader = ReturnType<typeof createLeader>
