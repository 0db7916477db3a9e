import type { Contest } from '@night/shared/contest'
import type { NightEvent } from '@night/shared/event'
import type { Mode, NightDefinition } from '@night/shared/night'
import type { Read, WatchedContest } from '../parts/reading.ts'
import type { Talk } from '../parts/talk.ts'

/** A night's whole log, and what was known before it began. */
export type LoggedNight = {
  readonly definition: NightDefinition
  /** The same contests as the server tells them, with what would be a record there. */
  readonly contests: readonly WatchedContest[]
  readonly mode: Mode
  readonly events: readonly NightEvent[]
}

/** Whether more may come. */
export const isGoingOn = ({ mode, events }: LoggedNight): boolean =>
  mode !== 'recorded' && !events.some(({ kind }) => kind === 'closed')

type NightAnswer = Omit<NightDefinition, 'contests'> & Pick<LoggedNight, 'contests' | 'mode'>
type EventsAnswer = { readonly events: readonly NightEvent[]; readonly seq: number }

const pathOf = (night: string): string => `/api/nights/${encodeURIComponent(night)}`

/** Everything that a replay needs, read once. [RPY1] */
export const readNight = async (talk: Talk, id: string): Promise<Read<LoggedNight>> => {
  const [night, log] = await Promise.all([
    talk.get<NightAnswer>(pathOf(id)),
    talk.get<EventsAnswer>(`${pathOf(id)}/events`),
  ])
  if (!night.ok) return night
  if (!log.ok) return log
  const { title, kind, mode, date, pollsClose, contests } = night.answer
  const definition = { id, title, kind, date, pollsClose, contests: contests.map(asDefined) }
  return { ok: true, answer: { definition, contests, mode, events: log.answer.events } }
}

const asDefined = ({ watch: _watch, ...contest }: WatchedContest): Contest => contest

/** The night with what was said since; the same where nothing was, or nobody answers. [RPY12] */
export const readOn = async (talk: Talk, night: LoggedNight): Promise<LoggedNight> => {
  const { events, definition } = night
  // The last event that is held comes once more: where it is another, the log is another run.
  const since = Math.max(0, events.length - 1)
  const log = await talk.get<EventsAnswer>(`${pathOf(definition.id)}/events?since=${since}`)
  if (!log.ok) return night
  const [first, ...others] = log.answer.events
  if (first && first.hash === events.at(-1)?.hash)
    return others.length === 0 ? night : { ...night, events: [...events, ...others] }
  if (events.length === 0 && !first) return night
  const all = await talk.get<EventsAnswer>(`${pathOf(definition.id)}/events`)
  return all.ok ? { ...night, events: all.answer.events } : night
}
