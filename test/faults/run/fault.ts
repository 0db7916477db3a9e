import type { Random } from '@night/worker/rehearsal/random'
import type { Exercise } from '../exercised.ts'
import type { Violation } from '../reading.ts'
import type { LayGround } from './ground.ts'
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
  /** Why it cannot be tried on this machine, if so: then it is skipped, and counts neither way. */
  readonly whyNot?: () => Promise<string | null>
  /** It mounts something, which nobody else on this machine is to see. */
  readonly ownMounts?: true
  /** What Redis stands on, where that is not the disk as it is: then the house is its own. */
  readonly ground?: LayGround
  /** A promise that is broken on purpose: the checker has to find that, or is none. */
  readonly breaks?: Violation['invariant']
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
