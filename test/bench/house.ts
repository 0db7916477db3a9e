import { NightEvent } from '@night/shared/event'
import type { OpenContestant } from './contestant.ts'
import { readEvents } from './events.ts'
import { entry, hello, openNight } from './log.ts'
import { now } from './orders.ts'
import { socketIoPath } from './plain.ts'
import { publishAll } from './publish.ts'
import { openStand } from './stand.ts'

/** Our server with everything on: the log in a Redis that syncs every write, tail, hash chain, origins, resume, filters. */
export const openHouse: OpenContestant = async ({ file, folder }) => {
  const { redis, servers, ports, close } = await openStand(folder, {})
  const [server] = servers
  const [port = 0] = ports
  if (!server) throw new Error('There is no server.')
  const events = (await readEvents(file)).map((text) => NightEvent.parse(JSON.parse(text)))
  await openNight(redis)
  let published = 0
  const append = (): void => {
    const event = events[published]
    published += 1
    if (event) void redis.xadd(...entry(event))
  }
  return {
    pid: server.pid,
    target: (since) => {
      const held = since === null ? {} : { since: { seq: since, hash: hashAt(events, since) } }
      return { port, path: socketIoPath, hello: hello(held), greets: true }
    },
    publish: (order) => publishAll(order, append),
    startAgain: async () => {
      await server.kill()
      await server.start()
      return now()
    },
    close,
  }
}

const hashAt = (events: readonly NightEvent[], seq: number): string => events[seq - 1]?.hash ?? ''
