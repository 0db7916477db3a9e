import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Chain, measureChain } from './chain.ts'
import { measureBroadcast } from './broadcast.ts'
import type { OpenContestant } from './contestant.ts'
import { eventsOf } from './events.ts'
import { type FanOut, measureFanOut, type Plan } from './fan-out.ts'
import { night } from './log.ts'
import { type Grown, measureGrowth, points } from './growth.ts'
import { measureQueue } from './queue.ts'
import { measureReplay } from './replay.ts'
import { openStand } from './stand.ts'

export type FoundFanOut = {
  readonly clients: number
  readonly name: string
  readonly round: FanOut
}
export type FoundChain = {
  /** Milliseconds of a job that does nothing, on the same Redis. */
  readonly queue: number
  /** Milliseconds of a bare broadcast, as many and as far apart as in `idle`. */
  readonly broadcast: number
  /** The same a hundred a second, as in `hundred`. */
  readonly broadcastHundred: number
  readonly idle: Chain
  readonly hundred: Chain
  readonly most: Chain
  /** Milliseconds of a whole night replayed at "max". */
  readonly replay: number
}

export const rounds = 3

const say = (words: string): void => void process.stderr.write(`${words} …\n`)

type Contestants = Readonly<Record<string, OpenContestant>>

/** Where a run keeps what it needs, and the events that the comparison sends, one a line. */
export type Place = { readonly folder: string; readonly file: string }

export const placeIn = async (folder: string): Promise<Place> => {
  const file = join(folder, 'events.ndjson')
  const events = await eventsOf(night, 600)
  await writeFile(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''))
  return { folder, file }
}

/** Every server in turn, round after round. */
export const fanOutRounds = async (
  contestants: Contestants,
  plans: readonly Plan[],
  { folder, file }: Place,
): Promise<FoundFanOut[]> => {
  const found: FoundFanOut[] = []
  for (const plan of plans)
    for (let round = 1; round <= rounds; round += 1)
      for (const [name, open] of Object.entries(contestants)) {
        say(`${plan.clients} clients, round ${round} of ${rounds}: ${name}`)
        const contestant = await open({ file, folder: await mkdtemp(join(folder, 'run-')) })
        try {
          // Only those that answer who comes back can be killed.
          const killed = plan.killed && contestant.target(null).greets
          const round = await measureFanOut(contestant, { ...plan, killed })
          found.push({ clients: plan.clients, name, round })
        } finally {
          await contestant.close()
        }
      }
  return found
}

/** Milliseconds between two where nothing else is under way. */
const apart = 300

/** From the front door to a thousand screens. */
export const chainRounds = async (place: Place, isQuick: boolean): Promise<FoundChain[]> => {
  const nowAndThen = isQuick ? 10 : 30
  const hundred = isQuick ? 100 : 300
  const found: FoundChain[] = []
  for (let round = 1; round <= rounds; round += 1) {
    say(`from the door to 1000 screens, round ${round} of ${rounds}`)
    const broadcast = (events: number, every: number) =>
      measureBroadcast(place, { screens: 1000, events, every })
    const broadcasts = {
      broadcast: await broadcast(nowAndThen, apart),
      broadcastHundred: await broadcast(hundred, 10),
    }
    const stand = await openStand(await mkdtemp(join(place.folder, 'run-')), { worker: true })
    const measure = (declarations: number, every: number) =>
      measureChain(stand, { screens: 1000, declarations, every })
    try {
      found.push({
        queue: await measureQueue(stand),
        ...broadcasts,
        idle: await measure(nowAndThen, apart),
        hundred: await measure(hundred, 10),
        most: await measure(650, 0),
        replay: await measureReplay(stand, 1000),
      })
    } finally {
      await stand.close()
    }
  }
  return found
}

/** What a delivery costs as one thing after the other grows. */
export const growthPoints = async (folder: string): Promise<Grown[]> => {
  const found: Grown[] = []
  for (const point of points) {
    say(`growth: ${JSON.stringify(point)}`)
    found.push(await measureGrowth(point, await mkdtemp(join(folder, 'run-'))))
  }
  return found
}
