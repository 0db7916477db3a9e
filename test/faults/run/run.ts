import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ResultEvent } from '@night/shared/event'
import { alertKeys } from '@night/shared/names'
import { logFile, parseLog } from '@night/shared/recorded'
import type { Random } from '@night/worker/rehearsal/random'
import { subscribe } from '../../support/subscribers.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import { resultToDeclaration } from '../../support/night.ts'
import { root } from '../../support/root.ts'
import { until } from '../../support/until.ts'
import { by } from '../by.ts'
import { check } from '../checker.ts'
import { exercised } from '../exercised.ts'
import type { Line } from '../history.ts'
import { ofKind } from '../reading.ts'
import { complaintsIn } from './complaints.ts'
import type { Fault } from './fault.ts'
import type { House } from './house.ts'
import { createSender, type Sender } from './sender.ts'
import { hundred, openStand, recording, type Stand } from './stand.ts'

/** An hour's skew is one of the faults. */
const bounds = { quiet: 60_000, skew: 3_700_000 }

const shuffled = <One>(some: readonly One[], random: Random): One[] =>
  some
    .map((one) => ({ one, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one)

const declarations = async (count: number) => {
  const text = await readFile(join(root, 'data', 'nights', recording, logFile), 'utf8')
  return parseLog(text)
    .filter((event): event is ResultEvent => event.kind === 'declared')
    .slice(0, count)
    .map(resultToDeclaration)
}

const subscribePhones = async (
  { redis, phones, night, note, head }: Stand,
  seats: readonly string[],
) => {
  for (const [place, { subscription }] of phones.phones.entries()) {
    const mine = seats.filter((_, index) => index % phones.phones.length === place)
    const rules = { ...nothingOn, seats: mine }
    const channel = { type: 'webpush', subscription } as const
    await subscribe(redis, { night, mode: 'live', channel, rules })
    note({ ...head(), kind: 'subscribe', night, device: `phone-${place}`, seats: mine, since: 1 })
  }
}

const quiet = async (stand: Stand): Promise<void> => {
  await stand.isQuiet()
  const { due, place } = alertKeys('live', stand.night)
  const seq = await stand.redis.xlen(stand.keys.log)
  await until(
    'alerts are matched',
    async () => ((await stand.redis.get(place)) ?? '').includes(`"seq":${seq},`),
    60_000,
  )
  await until('alerts are sent', async () => (await stand.redis.zcard(due)) === 0, 60_000)
  // What the clients have is in the file a moment after they have it.
  await until('every client has the whole log', () => haveAll(stand, seq), 60_000)
}

const haveAll = async (stand: Stand, seq: number): Promise<boolean> => {
  const lastByClient = new Map<string, number>()
  for (const line of await stand.history())
    if (line.kind === 'recv' || line.kind === 'reset') lastByClient.set(line.client, line.seq)
  return (
    lastByClient.size === stand.clientCount &&
    [...lastByClient.values()].every((last) => last === seq)
  )
}

const sendAll = async (stand: Stand, fault: Fault, random: Random) => {
  const all = await declarations(fault.declarations)
  const seats = all.map(({ constituency }) => constituency)
  await subscribePhones(stand, seats)
  const sender = createSender(stand)
  let isOver = false
  const times = () => 1 + Math.floor(random() * (fault.sentUpTo ?? 1))
  const sent = all.flatMap((one) => Array.from({ length: times() }, () => one))
  const order = fault.sentUpTo ? shuffled(sent, random) : sent
  const sending = (async () => {
    for (const declaration of order) {
      if (isOver) return
      await sender.send(declaration)
      await sleep(fault.pause ?? 25)
    }
    isOver = true
  })()
  const both = [sending, fault.disturb(stand, random, () => isOver)]
  try {
    await Promise.all(both)
    return sender
  } finally {
    // Where one has failed, the other is not to go on in a house that is closed.
    isOver = true
    await Promise.allSettled(both)
  }
}

/** What only the end shows: what phones took in, what the desk holds back, where workers met, and the log. */
const noteTheEnd = async (stand: Stand, sender: Sender) => {
  const { note, head, night, redis, keys } = stand
  for (const [place, { came }] of stand.phones.phones.entries())
    for (const { message, at } of came.filter((one) => one.message.night === night))
      note({
        ...head('device'),
        t: performance.timeOrigin + at,
        kind: 'alert',
        night,
        id: message.id,
        device: `phone-${place}`,
        tag: message.tag,
        seq: message.seq,
      })
  for (const held of await redis.hkeys(keys.held)) {
    const id = sender.nameOf(held)
    if (id !== null) note({ ...head(), kind: 'reject', night, id, where: 'desk' })
  }
  for (const line of stand.races()) note(line)
  const events = await stand.logNow()
  const waiting = await redis.scard(keys.pending)
  note({ ...head(), kind: 'final', night, mode: 'live', events, waiting })
  return events.length
}

/** In words, what was found to be more or less than it may be, or was not found at all. */
const beyond = (
  findings: Readonly<Record<string, number>>,
  goals: NonNullable<Fault['goals']>,
): string[] =>
  Object.entries(goals)
    .map(([what, { least = 0, most = Number.POSITIVE_INFINITY }]) => ({
      what,
      found: findings[what] ?? Number.NaN,
      words: most < Number.POSITIVE_INFINITY ? `at most ${most}` : `at least ${least}`,
      least,
      most,
    }))
    .filter(({ found, least, most }) => !(found >= least && found <= most))
    .map(({ what, found, words }) => `${what}: ${found}, where it may be ${words}`)

/** How often each was killed, where it was not one alone. */
const killsOf = (history: readonly Line[]): Record<string, number> => {
  const kills = by(
    ofKind(history, 'fault-start').filter(({ fault }) => fault === 'kill'),
    ({ of }) => of,
  )
  return kills.size < 2
    ? {}
    : Object.fromEntries([...kills].map(([of, lines]) => [`kills, ${of}`, lines.length]))
}

/** One fault, from the first declaration to the last client that has it, and what the checker says of its history. */
export const runFault = async (fault: Fault, house: House, random: Random) => {
  const startedAt = Date.now()
  const stand = await openStand(house, fault.groups ?? hundred)
  try {
    const sender = await sendAll(stand, fault, random)
    const sentAt = Date.now()
    await quiet(stand)
    const quietAfter = Math.round((Date.now() - sentAt) / 1000)
    const events = await noteTheEnd(stand, sender)
    const history = await stand.history()
    const violations = check(history, { ...bounds, memory: stand.memory.most })
    const findings = { ...killsOf(history), ...stand.findings() }
    return {
      ...exercised(history, fault.exercises ?? []),
      violations,
      findings,
      complaints: complaintsIn([
        ...house.saidByWorkers.map(({ line }) => line),
        ...house.saidByServers.flat(),
      ]),
      beyond: beyond(findings, fault.goals ?? {}),
      events,
      /** Seconds from the last fault or declaration to the last client and phone. */
      quietAfter,
      attempts: sender.attempts(),
      seconds: Math.round((Date.now() - startedAt) / 1000),
    }
  } finally {
    await stand.close()
  }
}
export type Outcome = Awaited<ReturnType<typeof runFault>>
