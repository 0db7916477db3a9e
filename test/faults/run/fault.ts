import type { Random } from '@night/worker/rehearsal/random'
import type { Exercise } from '../exercised.ts'
import type { Group, Stand } from './stand.ts'

export type Fault = {
  readonly id: string
  readonly name: string
  readonly tier: 'push' | 'long' | 'kills'
  /** Declarations that are sent meanwhile, and how often each. */
  readonly declarations: number
  readonly sentUpTo?: number
  /** Milliseconds from one to the next; 25 where nothing is said. */
  readonly pause?: number
  /** Who follows; a hundred on two servers where nothing is said. */
  readonly groups?: readonly Group[]
  /** One night after another, until there were so many kills. */
  readonly kills?: number
  /** The house is not as it was: what comes after it gets another. */
  readonly spoils?: true
  /** What has to have happened, or the run proves nothing. */
  readonly exercises?: readonly Exercise[]
  /** What it finds, and what this may be. */
  readonly goals?: Readonly<Record<string, { readonly least?: number; readonly most?: number }>>
  /** Goes on while they are sent; ends when `isOver`. */
  readonly disturb: (stand: Stand, random: Random, isOver: () => boolean) => Promise<void>
}
