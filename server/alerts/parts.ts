import type { AlertJob } from '@night/shared/alert/message'
import type { Clock } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Access } from '../access.ts'
import type { Guard } from '../guard.ts'
import type { Nights } from '../nights.ts'

/** What the doors of alerts are made with. */
export type AlertParts = {
  readonly guard: Guard
  readonly access: Access
  readonly nights: Nights
  readonly redis: Redis
  readonly clock: Clock
  /** Receivers on the newsroom's own network. */
  readonly trustedOrigins: readonly string[]
  readonly inlet: { readonly enqueueAlerts: (jobs: readonly AlertJob[]) => Promise<unknown> }
}
