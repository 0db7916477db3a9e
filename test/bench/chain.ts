import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ResultEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import { logFile, parseLog } from '@night/shared/recorded'
import { resultToDeclaration } from '../support/night.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'
import { forkChild } from './child.ts'
import { recording } from './events.ts'
import { now } from './orders.ts'
import { socketIoPath } from './plain.ts'
import { createPost } from './post.ts'
import type { Stand } from './stand.ts'

export type ChainPlan = {
  readonly screens: number
  readonly declarations: number
  /** Milliseconds between two; 0: sixteen senders, each as fast as it is answered. */
  readonly every: number
}

/** Milliseconds from a POST to all screens; `whole` from the first POST until the last screen had the last event. */
export type Chain = {
  readonly events: number
  readonly p50: number
  readonly p99: number
  readonly whole: number
}

const senders = 16
let nights = 0

/** Real declarations through the front door, and when each was on each of the screens. */
export const measureChain = async (stand: Stand, plan: ChainPlan): Promise<Chain> => {
  const { ports, call, redis } = stand
  const night = `bench-${(nights += 1)}`
  await call('POST', '/api/nights', { id: night, mode: 'rehearsal', from: recording })
  const { log, pending } = nightKeys('rehearsal', night)
  await until('the night is open', async () => (await redis.xlen(log)) === 1)
  const load = await forkChild('test/bench/load-main.ts')
  try {
    const target = {
      port: ports[0] ?? 0,
      path: socketIoPath,
      hello: `40${JSON.stringify({ night })}`,
      greets: true,
    }
    await load.tell({ do: 'connect', target, count: plan.screens, retry: [500, 1500] })
    await sleep(500)
    await load.tell({ do: 'expect', most: plan.declarations })
    const sentAt = await sendAll(stand, night, plan)
    await until('all is decided', async () => (await redis.scard(pending)) === 0, 60_000)
    // A few of a real night are held back for the desk.
    const events = (await redis.xlen(log)) - 1
    const { at = 0 } = await load.tell({ do: 'arrived', events })
    const publishedAt = await inOrderOfTheLog(stand, log, sentAt)
    const { p50 = 0, p99 = 0 } = await load.tell({ do: 'latencies', publishedAt })
    return { events, p50, p99, whole: at - Math.min(...publishedAt) }
  } finally {
    await load.kill()
  }
}

const declarations = async (count: number) =>
  parseLog(await readFile(join(root, 'data', 'nights', recording, logFile), 'utf8'))
    .filter((event): event is ResultEvent => event.kind === 'declared')
    .slice(0, count)
    .map(resultToDeclaration)

/** When each constituency was sent. */
const sendAll = async (
  { ports: [port = 0] }: Stand,
  night: string,
  { declarations: count, every }: ChainPlan,
): Promise<ReadonlyMap<string, number>> => {
  const { post, close } = createPost(port)
  const sentAt = new Map<string, number>()
  const all = await declarations(count)
  const send = async (declaration: (typeof all)[number]): Promise<void> => {
    sentAt.set(declaration.constituency, now())
    const status = await post(`/api/nights/${night}/declarations`, declaration)
    if (status !== 202) throw new Error(`${declaration.constituency} was answered with ${status}.`)
  }
  if (every === 0) {
    const waiting = all.values()
    await Promise.all(
      Array.from({ length: senders }, async () => {
        for (const declaration of waiting) await send(declaration)
      }),
    )
    close()
    return sentAt
  }
  const begun = now()
  const sent: Promise<void>[] = []
  for (const [place, declaration] of all.entries()) {
    await sleep(Math.max(0, begun + place * every - now()))
    sent.push(send(declaration))
  }
  await Promise.all(sent)
  close()
  return sentAt
}

const inOrderOfTheLog = async (
  { redis }: Stand,
  log: string,
  sentAt: ReadonlyMap<string, number>,
): Promise<number[]> =>
  (await redis.xrange(log, '(1-0', '+')).map(([, fields]) => {
    const event = JSON.parse(fields[fields.indexOf('event') + 1] ?? 'null')
    return sentAt.get(event.constituency.id) ?? Number.NaN
  })
