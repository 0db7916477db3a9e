import type { NightEvent } from '@night/shared/event'
import { type WalkStep, walkSteps } from '@night/shared/measures'
import { createLatest, inSeconds, mostKept, type Spread, spreadOf } from '@night/shared/spread'
import { type Clock, milliseconds, type Stopwatch } from '@night/shared/time'
import type { Took } from '@night/shared/took'
import type { NightListener } from '../follow.ts'
import type { Night } from '../night.ts'

type Parts = { readonly clock: Clock; readonly stopwatch: Stopwatch }

type Declared = {
  readonly night: string
  readonly constituency: string
  readonly revision: number
}

/** One handing-on to the screens of this server: when it began, on the stopwatch, and how many were sent it. */
type HandedOn = { readonly began: number; readonly screens: number }

/**
 * How long declarations take from this server's door to its screens, of the last thousand. All but `tail` is measured
 * on one stopwatch; `tail` is on two machines' clocks, and never less than nothing. [OBS1 OBS2]
 */
export const createWalk = ({ clock, stopwatch }: Parts) => {
  const latest = createLatest<WalkStep['step']>()
  const arrivals = createArrivals()
  const readAt = new WeakMap<NightEvent, number>()
  const since = (began: number): number => inSeconds(stopwatch.now() - began)

  return {
    /** To be told before the screens are. */
    listener: listenerOf((night, event) => {
      readAt.set(event, stopwatch.now())
      // What a replay says was published, was published on another night.
      if (night.mode === 'replay') return
      latest.add('tail', inSeconds(Math.max(0, clock.now() - milliseconds(event.publishedAt))))
    }),
    now: (): number => stopwatch.now(),
    /** A declaration is about to be accepted that arrived at this time of the stopwatch. */
    arrived: arrivals.note,
    /** It was answered with 202. */
    answered: (arrived: number): void => latest.add('door', since(arrived)),
    handedOn: (events: readonly NightEvent[], { began, screens }: HandedOn): void => {
      if (screens === 0) return
      latest.add('write', since(began))
      for (const event of events) {
        const read = readAt.get(event)
        if (read === undefined) continue
        latest.add('gather', inSeconds(began - read))
        const arrived = arrivals.of(event)
        if (arrived !== undefined) latest.add('whole', since(arrived))
      }
    },
    /** With what workers told of theirs. */
    steps: (told: readonly Took[]): WalkStep[] =>
      walkSteps.map((step) => ({ step, ...spreadFrom(step, told, latest.spread) })),
  }
}
export type Walk = ReturnType<typeof createWalk>

const spreadFrom = (
  step: WalkStep['step'],
  told: readonly Took[],
  own: (step: WalkStep['step']) => Spread,
): Spread =>
  step === 'queue' || step === 'decide' || step === 'append'
    ? spreadOf(told.map((one) => one[step]))
    : own(step)

/** When declarations came in by this server's own door, for as long as the event of each is awaited. */
const createArrivals = () => {
  const times = new Map<string, number>()
  const keyOf = ({ night, constituency, revision }: Declared): string =>
    `${night} ${constituency} ${revision}`
  return {
    note: (declared: Declared, time: number): void => {
      times.set(keyOf(declared), time)
      const [oldest] = times.keys()
      if (oldest !== undefined && times.size > mostKept) times.delete(oldest)
    },
    /** Once; of one that waited for a second person there is nothing to measure. */
    of: (event: NightEvent): number | undefined => {
      if (event.kind !== 'declared' && event.kind !== 'corrected') return undefined
      const key = keyOf({ ...event, constituency: event.constituency.id })
      const time = times.get(key)
      times.delete(key)
      return event.released ? undefined : time
    },
  }
}

/** Each place of a log once: one that was cut back is read again, and says nothing new. */
const listenerOf = (read: (night: Night, event: NightEvent) => void): NightListener => {
  const { isNew, forget } = createNovelty()
  return {
    onEvents: (night, events) => {
      for (const event of events) if (isNew(night, event.seq)) read(night, event)
    },
    onReset: (night) => void isNew(night, night.board.seq),
    onGone: forget,
  }
}

/** Whether a place of a log was never reached before. */
const createNovelty = () => {
  const reached = new Map<string, { readonly run: number; readonly seq: number }>()
  return {
    isNew: ({ definition: { id }, run }: Night, seq: number): boolean => {
      const known = reached.get(id)
      if (known?.run === run && seq <= known.seq) return false
      reached.set(id, { run, seq })
      return true
    },
    forget: (night: string): void => void reached.delete(night),
  }
}
