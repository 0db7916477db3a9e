import { z } from 'zod'
import { Instant } from '../instant.ts'
import { Fault } from '../last-fault.ts'
import { alertMoments, type Measures, walkSteps } from '../measures.ts'
import { NightId, OpenMode } from '../night.ts'
import { Replay } from '../replay.ts'

export const ReplaysAnswer = z.strictObject({ replays: z.array(Replay) })

export const LiveAnswer = z.strictObject({ status: z.literal('live') })

export const ReadyAnswer = z.strictObject({
  status: z.literal('ready'),
  /** What stands in the way of writing, while reading goes on. */
  refuses: z.strictObject({ code: z.literal('disk-full'), detail: z.string() }).optional(),
})

const seconds = z.number().min(0).nullable()
const count = z.int().min(0)

const spread = { p50: seconds, p95: seconds, p99: seconds, count }

const AlertStep = z.strictObject({
  from: z.enum(alertMoments),
  to: z.enum(alertMoments).exclude(['declared']),
  ...spread,
})

const Queue = z.strictObject({
  queue: z.enum(['declarations', 'alerts']),
  mode: OpenMode,
  waiting: count,
  active: count,
  delayed: count,
  failed: count,
})

const Screens = z.strictObject({
  connected: count,
  behind: count,
  version: z.string(),
  versions: z.array(z.strictObject({ version: z.string().nullable(), screens: count })),
})

const Night = z.strictObject({
  id: NightId,
  title: z.string(),
  mode: OpenMode,
  seq: count,
  screens: count,
  behind: count,
  lastEvent: Instant.nullable(),
  readAgeSeconds: z.number().min(0),
})

export const MeasuresAnswer = z.strictObject({
  at: Instant,
  walk: z.array(z.strictObject({ step: z.enum(walkSteps), ...spread })),
  queues: z.array(Queue),
  alerts: z.strictObject({
    steps: z.array(AlertStep),
    late: count,
    parked: count,
    gone: count,
    refused: count,
    waiting: count,
  }),
  canary: z
    .strictObject({
      sent: Instant.nullable(),
      acknowledged: Instant.nullable(),
      ageSeconds: seconds,
    })
    .nullable(),
  screens: Screens,
  nights: z.array(Night),
  faults: z.strictObject({ server: Fault.nullable(), worker: Fault.nullable() }),
}) satisfies z.ZodType<Measures>

/** The contract of the HTTP side; that of OpenAPI itself says what stands in it. */
export const OpenApiAnswer = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
})
