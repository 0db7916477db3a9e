import { check } from '../faults/checker.ts'
import { exercised } from '../faults/exercised.ts'
import { parseHistory } from '../faults/history.ts'
import { createSender } from '../faults/run/sender.ts'
import { until } from '../support/until.ts'
import { Wait } from './client-kinds.ts'
import { declarationsOf, declareInTime } from './declare.ts'
import { restartInTurn } from './restarts.ts'
import type { RollingStand } from './stand.ts'

type Wanted = {
  readonly recording: string
  readonly most: number
  readonly speed: number
  readonly clients: number
}

const bounds = { quiet: 60_000, skew: 5000, memory: {} }

/** Everything is decided and every client has the whole log. */
const isQuiet = async (stand: RollingStand, clients: number): Promise<void> => {
  const { redis, keys } = stand
  await until('everything is decided', async () => (await redis.scard(keys.pending)) === 0, 60_000)
  const seq = await redis.xlen(keys.log)
  const behind = async (): Promise<string[]> => {
    const last = new Map<string, number>()
    for (const line of parseHistory(await stand.history()))
      if (line.kind === 'recv' || line.kind === 'reset') last.set(line.client, line.seq)
    return [...last].filter(([, at]) => at !== seq).map(([client]) => client)
  }
  await until('every client has the whole log', async () => (await behind()).length === 0, 30_000)
  const views = new Set(
    parseHistory(await stand.history()).flatMap((line) =>
      line.kind === 'reset' ? [line.client] : [],
    ),
  )
  if (views.size !== clients) throw new Error(`${views.size} of ${clients} clients ever came.`)
}

const waitsIn = (text: string): Wait[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Wait.parse(JSON.parse(line)))

/** The night, while every program of the house is restarted in turn, and what the checker says of its history. */
export const runRolling = async (stand: RollingStand, wanted: Wanted) => {
  const { recording, most, speed, clients } = wanted
  const startedAt = Date.now()
  const timed = await declarationsOf(recording, most)
  const sender = createSender(stand)
  let isOver = false
  const [restarts] = await Promise.all([
    restartInTurn(stand, () => isOver),
    declareInTime(sender, timed, speed).finally(() => (isOver = true)),
  ])
  await isQuiet(stand, clients)
  const { note, head, night, redis, keys } = stand
  const events = await stand.logNow()
  for (const held of await redis.hkeys(keys.held)) {
    const id = sender.nameOf(held)
    if (id !== null) note({ ...head(), kind: 'reject', night, id, where: 'desk' })
  }
  const waiting = await redis.scard(keys.pending)
  note({ ...head(), kind: 'final', night, mode: 'live', events, waiting })
  const history = parseHistory(await stand.history())
  return {
    ...exercised(history, ['kills', 'reconnects']),
    violations: check(history, bounds),
    declarations: timed.length,
    attempts: sender.attempts(),
    answers: sender.answers(),
    held: await redis.hlen(keys.held),
    events: events.length,
    resets: history.filter(({ kind }) => kind === 'reset').length,
    restarts,
    waits: waitsIn(await stand.waits()),
    seconds: Math.round((Date.now() - startedAt) / 1000),
  }
}
export type Rolled = Awaited<ReturnType<typeof runRolling>>
