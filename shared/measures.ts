import type { Instant } from './instant.ts'
import type { OpenMode } from './night.ts'

/** What an alert goes through, in order. */
export type AlertMoment = 'declared' | 'computed' | 'queued' | 'sent' | 'acknowledged'

/** How long alerts took from one moment to the next, in seconds; null where none did. */
export type AlertStep = {
  readonly from: AlertMoment
  readonly to: Exclude<AlertMoment, 'declared'>
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  /** Of how many alerts. */
  readonly count: number
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

export type NightMeasures = {
  readonly id: string
  readonly title: string
  readonly mode: OpenMode
  readonly seq: number
  /** That are connected to the server which was asked. */
  readonly screens: number
}

/** How the house is, measured at one moment. A house without web push has no canary. */
export type Measures = {
  readonly at: Instant
  readonly alerts: AlertMeasures
  readonly canary: CanaryMeasures | null
  readonly nights: readonly NightMeasures[]
}
