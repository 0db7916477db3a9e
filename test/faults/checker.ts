import type { Line } from './history.ts'
import { acknowledged } from './invariants/acknowledged.ts'
import { alerted } from './invariants/alerted.ts'
import { apart } from './invariants/apart.ts'
import { chained } from './invariants/chained.ts'
import { contiguous } from './invariants/contiguous.ts'
import { memory } from './invariants/memory.ts'
import { plausible } from './invariants/plausible.ts'
import { putBack } from './invariants/put-back.ts'
import { quiet } from './invariants/quiet.ts'
import { revisions } from './invariants/revisions.ts'
import { submitted } from './invariants/submitted.ts'
import { totals } from './invariants/totals.ts'
import { type Bounds, type Invariant, read, type Violation } from './reading.ts'

/** I11, that a replay is the recorded night to the byte, is told by two logs and not by a run's history. */
const invariants: readonly Invariant[] = [
  acknowledged,
  submitted,
  chained,
  contiguous,
  putBack,
  totals,
  revisions,
  plausible,
  alerted,
  quiet,
  apart,
  memory,
]

/** Everything in a run's history that breaks a promise, by the number of the promise; empty when all was kept. */
export const check = (history: readonly Line[], bounds: Bounds): Violation[] => {
  const reading = read(history)
  return invariants.flatMap((invariant) => invariant(reading, bounds))
}
