import { z } from 'zod'
import { Instant } from '../instant.ts'
import type { Measures } from '../measures.ts'
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

const steps = ['declared', 'computed', 'queued', 'sent', 'acknowledged'] as const

const Step = z.strictObject({
  from: z.enum(steps),
  to: z.enum(steps).exclude(['declared']),
  p50: seconds,
  p95: seconds,
  p99: seconds,
  count,
})

const Night = z.strictObject({
  id: NightId,
  title: z.string(),
  mode: OpenMode,
  seq: count,
  screens: count,
})

export const MeasuresAnswer = z.strictObject({
  at: Instant,
  alerts: z.strictObject({
    steps: z.array(Step),
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
  nights: z.array(Night),
}) satisfies z.ZodType<Measures>

/** The contract of the HTTP side; that of OpenAPI itself says what stands in it. */
export const OpenApiAnswer = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
})
