import { z } from 'zod'

/** A moment on the wire: ISO 8601 in UTC with milliseconds, "2023-10-20T01:45:00.000Z". */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof Instant>
