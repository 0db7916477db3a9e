import { z } from 'zod'
import type { Board } from '../board.ts'
import { ConstituencyId } from '../constituency.ts'
import { Contest } from '../contest.ts'
import { Corrected, Declared, Flash, Note, Status, Withdrawn } from '../event.ts'
import { Instant } from '../instant.ts'
import { Mode, NightDefinition } from '../night.ts'
import { RecordLine, Result } from '../result.ts'

export const SeatAnswer = z.strictObject({
  contest: Contest.omit({ candidates: true }).extend({ nominated: z.int().min(1) }),
  latest: z.discriminatedUnion('kind', [Declared, Corrected]).nullable(),
  corrects: Result.pick({ verdict: true, majority: true }).nullable(),
  firstAt: Instant.nullable(),
  records: z.array(RecordLine),
  flash: Flash.nullable(),
  withdrawn: Withdrawn.nullable(),
  status: Status.nullable(),
})

/** The board as it goes over the wire; `shared/board` says what each part of it means. */
export const BoardAnswer = z.strictObject({
  seq: z.int().min(0),
  /** Of the last event; empty where there is none. */
  hash: z.string().regex(/^([0-9a-f]{64})?$/),
  night: NightDefinition.omit({ contests: true }).extend({ mode: Mode }),
  state: z.enum(['open', 'closed']),
  seatsById: z.record(ConstituencyId, SeatAnswer),
  notes: z.array(Note).max(50),
}) satisfies z.ZodType<Board>
