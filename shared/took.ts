import { z } from 'zod'

const Seconds = z.number().min(0)

/**
 * How long a worker took over one submission that was published: until it was taken, decided, and in the log. Of what
 * several took together each has its share.
 */
export const Took = z.strictObject({ queue: Seconds, decide: Seconds, append: Seconds })
export type Took = z.infer<typeof Took>
