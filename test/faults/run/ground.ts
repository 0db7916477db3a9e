import type { RedisServer } from '../../../setup/redis-server.mjs'

type Server = Pick<RedisServer, 'binary' | 'libraryPath'>

/** What a Redis stands on during a fault: the program that is started as Redis, and what has to be undone at the end. */
export type Ground = { readonly server: Server; readonly leave: () => Promise<void> }

/** Lays the ground in the run's folder, before Redis is started in `<folder>/redis`. */
export type LayGround = (server: Server, folder: string) => Promise<Ground>

export const firmGround: LayGround = async (server) => ({ server, leave: async () => undefined })
