import type { Instant } from './instant.ts'
import type { Fault } from './last-fault.ts'
import type { OpenMode } from './night.ts'
import type { Spread } from './spread.ts'

/** What a declaration goes through, in order; `whole` is from its arrival to the last screen of the server. */
export const walkSteps = [
  'door',
  'queue',
  'decide',
  'append',
  'tail',
  'gather',
  'write',
  'whole',
] as const
export type WalkStepName = (typeof walkSteps)[number]

/** How long a step took, of the last thousand. */
export type WalkStep = Spread & { readonly step: WalkStepName }

/** What an alert goes through, in order. */
export const alertMoments = ['declared', 'computed', 'queued', 'sent', 'acknowledged'] as const
export type AlertMoment = (typeof alertMoments)[number]

/** How long alerts took from one moment to the next. */
export type AlertStep = Spread & {
  readonly from: AlertMoment
  readonly to: Exclude<AlertMoment, 'declared'>
}

export type AlertMeasures = {
  readonly steps: readonly AlertStep[]
  /** Of the last thousand that were settled on each night. */
  readonly late: number
  readonly parked: number
  readonly gone: number
  readonly refused: number
  /** Written down and not settled yet. */
  readonly waiting: number
}

/** When it last flew and last came home; `ageSeconds` since it came home, null where it never did. */
export type CanaryMeasures = {
  readonly sent: Instant | null
  readonly acknowledged: Instant | null
  readonly ageSeconds: number | null
}

/** Jobs of one queue. Failed ones are those that the worker has given up. */
export type QueueMeasures = {
  readonly queue: 'declarations' | 'alerts'
  readonly mode: OpenMode
  readonly waiting: number
  readonly active: number
  readonly delayed: number
  readonly failed: number
}

/** Screens that are connected to the server which was asked. */
export type ScreenMeasures = {
  readonly connected: number
  /** Of them those that something waits for: it was sent, and they have not read it. */
  readonly behind: number
  /** What the server serves now. */
  readonly version: string
  /** Most first; null: of those that did not say, "other" where there are too many. */
  readonly versions: readonly { readonly version: string | null; readonly screens: number }[]
}

export type NightMeasures = {
  readonly id: string
  readonly title: string
  readonly mode: OpenMode
  /** How far the server which was asked has read the log and handed it on. */
  readonly seq: number
  /** That are connected to the server which was asked. */
  readonly screens: number
  /** Of them those that something waits for. */
  readonly behind: number
  /** When the last event came; null where a replay has not moved since the server was started. */
  readonly lastEvent: Instant | null
  /** Since the log was last looked at, which is done every two seconds at least. */
  readonly readAgeSeconds: number
}

/** The last line that was logged as an error: by the server which was asked, and by any worker. */
type FaultMeasures = { readonly server: Fault | null; readonly worker: Fault | null }

/** How the house is, measured at one moment. A house without web push has no canary. */
export type Measures = {
  readonly at: Instant
  readonly walk: readonly WalkStep[]
  readonly queues: readonly QueueMeasures[]
  readonly alerts: AlertMeasures
  readonly canary: CanaryMeasures | null
  readonly screens: ScreenMeasures
  readonly nights: readonly NightMeasures[]
  readonly faults: FaultMeasures
}
