import { setTimeout as sleep } from 'node:timers/promises'
import type { NightEvent } from '@night/shared/event'
import { milliseconds } from '@night/shared/time'
import { until } from '../../support/until.ts'
import type { Line } from '../history.ts'
import { ofKind } from '../reading.ts'
import { noted } from './disturbances.ts'
import { most, percentile } from './figures.ts'
import { createSender } from './sender.ts'
import type { Group, Stand } from './stand.ts'

/** Two hundred: on each server fifty that will stop and fifty that read on. */
export const halves: readonly Group[] = [
  { server: 0, count: 50, isLight: true },
  { server: 1, count: 50, isLight: true },
  { server: 0, count: 50, isLight: true },
  { server: 1, count: 50, isLight: true },
]

/**
 * Milliseconds. A night that grows takes memory by itself: so all read for as long as half do not read after that.
 * Some four megabytes fit between a server and a client that does not read; what is sent is twice that.
 */
const warmUp = 8000
const span = 22_000
const every = 100
const notesAtOnce = 10
const allowed = 30_000_000

const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10

/** Notes of some 4 KB, in bursts, for as long as half of the clients stand still and before that. */
export const stopHalf = async (stand: Stand): Promise<void> => {
  const { say } = createSender(stand)
  const over = new AbortController()
  const saying = (async () => {
    for (let count = 1; !over.signal.aborted; count += notesAtOnce) {
      const places = Array.from({ length: notesAtOnce }, (_, place) => count + place)
      const said = places.map((place) =>
        say(`note-${place}`, noteOf(place), stand.urls[place % 2] ?? ''),
      )
      await Promise.all([...said, sleep(every)])
    }
  })()
  try {
    await sleep(warmUp)
    const from = Date.now()
    await sleep(span)
    const half = stand.clients.slice(0, 2)
    const stopped = Date.now()
    await noted(stand, { fault: 'slow-reader', of: 'half of the clients' }, async () => {
      for (const one of half) one.signal('SIGSTOP')
      await sleep(span)
      for (const one of half) one.signal('SIGCONT')
    })
    const to = Date.now()
    await until(
      'those who stood still are back',
      async () => ofKind(await stand.history(), 'reconnect').length >= stand.clientCount / 2,
      60_000,
    )
    await sleep(2000)
    const times = { from, stopped, to }
    await tellMemory(stand, times)
    await tellLatency(stand, times)
  } finally {
    over.abort()
    await saying
  }
}

/** A sign that takes six bytes on its way to a screen, which is sent ASCII. */
const noteOf = (place: number) => ({
  constituency: null,
  text: `TEST ${place} ${'€'.repeat(450)}`,
  speaker: '€'.repeat(50),
  role: '€'.repeat(50),
  source: '€'.repeat(100),
})

type Times = { readonly from: number; readonly stopped: number; readonly to: number }

const within =
  (start: number, end: number) =>
  ({ t }: { readonly t: number }): boolean =>
    t >= start && t < end

const tellMemory = async (stand: Stand, { from, stopped, to }: Times): Promise<void> => {
  const { found } = stand
  const held = ofKind(await stand.probed(), 'memory')
  const mostIn = (start: number, end: number): number =>
    most(held.filter(within(start, end)).map(({ bytes }) => bytes))
  const [first, second] = [from, stopped].map((t) => mostIn(t - 2000, t))
  const ofTheNight = mostIn(from, stopped) - (first ?? 0)
  const full = mostIn(stopped, to)
  const alone = (second ?? 0) + ofTheNight
  stand.memory.most = { server: alone + allowed }
  stand.noteProbed(held.filter(within(stopped, to)))
  found('the larger server held, MB', megabytes(second ?? 0))
  found('more while all read, MB', megabytes(ofTheNight))
  found('more while half did not read, beyond that, MB', megabytes(full - alone))
  found('more once they were back, MB', megabytes(mostIn(to, Number.POSITIVE_INFINITY) - full))
  found(
    'dropped, since they read too slowly',
    stand.saidByServers.flat().filter((line) => line.includes('reads too slowly')).length,
  )
}

const tellLatency = async (stand: Stand, { from, stopped, to }: Times): Promise<void> => {
  const { found } = stand
  const readers = (await stand.history()).filter(isReader)
  const published = new Map((await stand.logNow()).map((event) => [event.seq, event]))
  const earlier = latencies(readers.filter(within(from, stopped)), published)
  const meanwhile = latencies(readers.filter(within(stopped, to)), published)
  for (const share of [50, 99]) {
    const [was, is] = [earlier, meanwhile].map((all) => percentile(all, share / 100))
    found(`latency of the others before, ${share} %, ms`, was ?? 0)
    found(`latency of the others meanwhile, ${share} %, ms`, is ?? 0)
    found(
      `latency of the others meanwhile, ${share} %, as a multiple`,
      Math.round((100 * (is ?? 0)) / Math.max(1, was ?? 0)) / 100,
    )
  }
}

/** The second half of the groups reads on. */
const isReader = (line: Line): boolean => line.kind === 'recv' && /^screen-[34]-/.test(line.client)

/** From when the worker had decided it to when a client had it, in milliseconds. */
const latencies = (lines: readonly Line[], published: ReadonlyMap<number, NightEvent>): number[] =>
  lines.flatMap((line) => {
    const event = line.kind === 'recv' ? published.get(line.seq) : undefined
    return event ? [line.t - milliseconds(event.publishedAt)] : []
  })
