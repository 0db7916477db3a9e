import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import type { Random } from './random.ts'
import type { ReadOut } from './read-out.ts'

/** What a scenario is made from: a recorded night, and chance. */
export type Source = {
  readonly definition: NightDefinition
  readonly events: readonly NightEvent[]
  readonly readOuts: readonly ReadOut[]
  readonly random: Random
}
