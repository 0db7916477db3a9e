import type { Head } from '@night/shared/chain'
import { nightsKey } from '@night/shared/names'
import { OpenNight } from '@night/shared/night'
import type { Clock, Stopwatch } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { follow, type Followed, type Freshness, type NightListener } from './follow.ts'
import type { Night } from './night.ts'
import type { Recordings } from './recordings.ts'
import { isInLog } from './tail.ts'

type Parts = {
  /** Answers at once, for whoever asks. */
  readonly door: Redis
  /** Waits for Redis to come back, for the logs that are followed. */
  readonly work: Redis
  readonly recordings: Recordings
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  readonly log: Logger
}

type Registry = Parts & {
  readonly openings: Map<string, Promise<Followed>>
  readonly followed: Map<string, Followed>
  /** Open nights by the text that Redis has of them: they are looked at four times a second, and hardly ever change. */
  readonly openByText: Map<string, OpenNight>
  readonly listeners: Set<NightListener>
  /** Those that were let go of to be opened anew. */
  readonly wanted: Set<string>
}

/** The nights of this server: open ones followed from the moment somebody asks for them, recorded ones from disk. */
export const createNights = (parts: Parts) => {
  const registry: Registry = {
    ...parts,
    openings: new Map(),
    followed: new Map(),
    openByText: new Map(),
    listeners: new Set(),
    wanted: new Set(),
  }
  return {
    /** The night as it stands now; an open night comes before a recording of the same id. */
    find: async (id: string): Promise<Night | null> => (await look(registry, id)).night,
    /** The same, and how it is open, where it is. */
    look: (id: string) => look(registry, id),
    findOpen: (id: string) => findOpen(registry, id),
    /** The same without waiting, for a night that was found before. */
    now: (id: string): Night | null => registry.followed.get(id)?.now() ?? null,
    /** How fresh an open night is that is followed. */
    freshness: (id: string): Freshness | null => registry.followed.get(id)?.freshness() ?? null,
    isBehind: (id: string, place: Head) => isBehind(registry, id, place),
    list: () => list(registry),
    /** Open nights only, as they stand now. */
    listOpen: async () => readAll(registry, await openNights(registry)),
    /** Whether every log that is followed can be read. */
    areSound: (): boolean => [...registry.followed.values()].every(({ isSound }) => isSound()),
    /** Answers how to stop listening. */
    listen: (listener: NightListener): (() => void) => {
      registry.listeners.add(listener)
      return () => void registry.listeners.delete(listener)
    },
    keepUp: () => keepUp(registry),
    close: async () =>
      void (await Promise.all([...registry.openings.keys()].map((id) => drop(registry, id)))),
  }
}
export type Nights = ReturnType<typeof createNights>

const mostTexts = 500

const parseOpen = ({ openByText }: Registry, text: string): OpenNight => {
  const known = openByText.get(text)
  if (known) return known
  const night = OpenNight.parse(JSON.parse(text))
  if (openByText.size >= mostTexts) openByText.clear()
  openByText.set(text, night)
  return night
}

const look = async (
  registry: Registry,
  id: string,
): Promise<{ readonly open: OpenNight | null; readonly night: Night | null }> => {
  const open = await findOpen(registry, id)
  const night = open ? (await openOne(registry, open)).now() : await registry.recordings.find(id)
  return { open, night }
}

const findOpen = async (registry: Registry, id: string): Promise<OpenNight | null> => {
  const text = await registry.door.hget(nightsKey, id)
  return text === null ? null : parseOpen(registry, text)
}

/** What goes on air comes before what was on air, and that before what never is. */
const byMode: readonly OpenNight['mode'][] = ['live', 'replay', 'rehearsal']

/** Live before replay before rehearsal, and the newest first. */
const openNights = async (registry: Registry): Promise<OpenNight[]> =>
  Object.values(await registry.door.hgetall(nightsKey))
    .map((text) => parseOpen(registry, text))
    .toSorted(
      (a, b) =>
        byMode.indexOf(a.mode) - byMode.indexOf(b.mode) || (a.openedAt < b.openedAt ? 1 : -1),
    )

const openOne = (registry: Registry, open: OpenNight): Promise<Followed> => {
  const known = registry.openings.get(open.id)
  if (known) return known
  const { work: redis, clock, stopwatch, log, listeners } = registry
  const opening = follow({ redis, clock, stopwatch, log, tell: toAll(listeners) }, open)
  registry.openings.set(open.id, opening)
  opening.then(
    (one) => registry.followed.set(open.id, one),
    () => registry.openings.delete(open.id),
  )
  return opening
}

/** Whether an open night's log has a place that was not read here yet: whoever stands there was at another server. [FEED3] */
const isBehind = async ({ followed, door }: Registry, id: string, place: Head) => {
  const one = followed.get(id)
  if (!one || place.seq <= one.now().events.length || place.seq === Infinity) return false
  return isInLog(door, one.key, place)
}

const drop = async ({ openings, followed }: Registry, id: string): Promise<void> => {
  const opening = openings.get(id)
  openings.delete(id)
  followed.delete(id)
  const one = await opening
  one?.close()
}

/** One whose log cannot be read is left out. */
const readAll = async (registry: Registry, open: readonly OpenNight[]): Promise<Night[]> => {
  const settled = await Promise.allSettled(open.map((night) => openOne(registry, night)))
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.now()] : []))
}

/** Open nights, then the recorded ones, the latest polling day first. */
const list = async (registry: Registry): Promise<Night[]> => {
  const open = await openNights(registry)
  const nights = await readAll(registry, open)
  const taken = new Set(open.map(({ id }) => id))
  const recorded = await registry.recordings.list()
  return [...nights, ...recorded.filter(({ definition }) => !taken.has(definition.id))]
}

/** Notices nights that were wound back or removed, on whatever server. */
const keepUp = async (registry: Registry): Promise<void> => {
  const open = new Map((await openNights(registry)).map((night) => [night.id, night]))
  for (const id of new Set([...registry.followed.keys(), ...registry.wanted])) {
    const now = open.get(id)
    if (now && registry.followed.get(id)?.run === now.run) continue
    await drop(registry, id)
    if (now) await openAnew(registry, now)
    else {
      registry.wanted.delete(id)
      toAll(registry.listeners).onGone(id)
    }
  }
}

/** One that cannot be opened just now is tried again the next time, and holds up nobody else's. */
const openAnew = async (registry: Registry, open: OpenNight): Promise<void> => {
  const { wanted, log } = registry
  try {
    await openOne(registry, open)
    wanted.delete(open.id)
  } catch (fault) {
    if (!wanted.has(open.id))
      log.warn(
        { night: open.id, fault: String(fault) },
        'could not open a night anew; will try again',
      )
    wanted.add(open.id)
  }
}

const toAll = (listeners: ReadonlySet<NightListener>): NightListener => ({
  onEvents: (night, events) => {
    for (const listener of listeners) listener.onEvents(night, events)
  },
  onReset: (night) => {
    for (const listener of listeners) listener.onReset(night)
  },
  onGone: (id) => {
    for (const listener of listeners) listener.onGone(id)
  },
})
