import type { NightEvent } from '@night/shared/event'
import type { OpenMode } from '@night/shared/night'
import { clientLines, deviceLines } from './good-clients.ts'
import { placedLines, sendLines, turnedDown } from './good-door.ts'
import { type Bare, faultLines, run, timesOf } from './good-lines.ts'
import { shownAlong, type Told } from './good-told.ts'
import type { HistoryLine } from './history.ts'
import { type Random, seeded } from '@night/worker/rehearsal/random'
import type { Bounds } from './reading.ts'

/** A run in which all goes well: a live night and its rehearsal. `sent` is what the log ought to be. */
export type Plan = {
  readonly live: Told
  readonly rehearsal: Told
  readonly sent: readonly NightEvent[]
  readonly seed: number
}

export const bounds: Bounds = { quiet: 5000, skew: 0, memory: { server: 300_000_000 } }

/** The history of such a run: clients that lose touch and come back, answers that are lost, alerts that come twice. */
export const tell = ({ live, rehearsal, sent, seed }: Plan): HistoryLine[] => {
  const random = seeded(seed)
  const ends = timesOf(live.log).at(-1) ?? 0
  return [
    ...nightLines({ told: live, mode: 'live', sent }, random),
    ...nightLines({ told: rehearsal, mode: 'rehearsal', sent: rehearsal.log }, random),
    ...deviceLines(live, random),
    ...faultLines(timesOf(live.log)),
    ...[live, rehearsal].map((told) => finalLine(told, ends + 5000)),
  ].toSorted((a, b) => a.t - b.t)
}

const finalLine = ({ definition, log }: Told, t: number): Bare<'final'> => ({
  ...run(t),
  kind: 'final',
  night: definition.id,
  mode: log[0]?.mode === 'live' ? 'live' : 'rehearsal',
  events: [...log],
  waiting: 0,
})

type Part = { readonly told: Told; readonly mode: OpenMode; readonly sent: readonly NightEvent[] }

const nightLines = ({ told, mode, sent }: Part, random: Random): HistoryLine[] => {
  const night = told.definition.id
  const times = timesOf(sent)
  const shown = shownAlong(told)
  const clients = Array.from({ length: 3 }, (_, place) => `${mode}-screen-${place + 1}`)
  return [
    ...sent.flatMap((event, place) => sendLines({ night, event, t: times[place] ?? 0 }, random)),
    ...turnedDown(night, { sent, t: times[1] ?? 0 }),
    ...placedLines(night, { sent, log: told.log }),
    ...clients.flatMap((client) => clientLines({ told, shown, client }, random)),
  ]
}
