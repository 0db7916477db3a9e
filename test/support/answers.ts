import type { Board } from '@night/shared/board'
import { Contest } from '@night/shared/contest'
import { Corrected, Declared, NightEvent } from '@night/shared/event'
import { Mode, NightId, NightSummary } from '@night/shared/night'
import { OfficerScope } from '@night/shared/officer'
import { Ruling } from '@night/shared/ruling'
import { z } from 'zod'

/** What the HTTP side answers, key by key: one too many or too few fails the test that asked. */
export const Events = z.strictObject({ events: z.array(NightEvent), seq: z.int() })

export const Queued = z.strictObject({ id: z.string(), status: z.literal('queued') })

const Reason = z.strictObject({
  code: z.string(),
  words: z.string(),
  suggestion: z.string().optional(),
})

export const Refusals = z.strictObject({
  refusals: z.array(
    z.strictObject({
      at: z.string(),
      from: z.string(),
      constituency: z.string().nullable(),
      code: z.string(),
      words: z.string(),
    }),
  ),
})

export const Reach = z.strictObject({
  standing: z.int(),
  revision: z.int(),
  screens: z.int(),
  consequences: z.array(z.strictObject({ kind: z.string(), text: z.string() })),
})

export const Fate = z.discriminatedUnion('status', [
  Queued,
  z.strictObject({ id: z.string(), status: z.literal('published'), seq: z.int() }),
  z.strictObject({ id: z.string(), status: z.literal('held'), reasons: z.array(Reason).min(1) }),
  z.strictObject({ id: z.string(), status: z.literal('rejected'), ruling: Ruling }),
])

export const NewOfficer = z.object({ ...OfficerScope.shape, id: z.string(), token: z.string() })

const Watch = z.strictObject({ id: z.string(), text: z.string() })
const Lines = z.strictObject({ overall: z.int(), effective: z.int() })
export const NightPage = NightSummary.extend({
  roundUp: z.string(),
  majorityLines: Lines.optional(),
  contests: z.array(Contest.extend({ watch: z.array(Watch) })),
})

const ResultShape = z.discriminatedUnion('kind', [Declared, Corrected])

const BoardShape = z.looseObject({
  seq: z.int(),
  hash: z.string(),
  night: z.looseObject({ id: NightId, mode: Mode }),
  state: z.enum(['open', 'closed']),
  seatsById: z.record(
    z.string(),
    z.looseObject({ contest: z.looseObject({}), latest: ResultShape.nullable() }),
  ),
})

/** The board is folded, not parsed, so it has no schema of its own; this looks at what the tests rely on. */
export const BoardAnswer = z.custom<Board>(
  (value) => BoardShape.safeParse(value).success,
  'a board as shared/board has it',
)
