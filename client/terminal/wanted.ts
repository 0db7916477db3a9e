import { z } from 'zod'

/** What every command can be told. */
export const Wanted = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).optional(),
  json: z.boolean().default(false),
})
export type Wanted = z.infer<typeof Wanted>
