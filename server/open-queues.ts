import { setTimeout as sleep } from 'node:timers/promises'
import { queuePrefix } from '@night/shared/names'
import type { OpenMode } from '@night/shared/night'
import { type ConnectionOptions, Queue } from 'bullmq'
import type { Logger } from 'pino'

type Parts = { readonly connection: ConnectionOptions; readonly log: Logger }

export type ByMode = Readonly<Record<OpenMode, Queue>>

/** A queue for each mode, each ready. */
export const openQueues = async (
  nameOf: (mode: OpenMode) => string,
  parts: Parts,
): Promise<ByMode> => ({
  live: await openQueue(nameOf('live'), parts),
  rehearsal: await openQueue(nameOf('rehearsal'), parts),
  replay: await openQueue(nameOf('replay'), parts),
})

/** One from which Redis went while it began never comes to itself: another is made in its place. [LOG13] */
const openQueue = async (name: string, { connection, log }: Parts): Promise<Queue> => {
  for (;;) {
    const queue = new Queue(name, { connection, prefix: queuePrefix })
    queue.on('error', (fault) => log.warn({ name, fault: fault.message }, 'queue is out of reach'))
    try {
      await queue.waitUntilReady()
      return queue
    } catch {
      await queue.close().catch(() => undefined)
      await sleep(250)
    }
  }
}
