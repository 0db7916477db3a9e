import { z } from 'zod'
import { Seen } from './seen.ts'

/** An ONS (GSS) code: a letter for the country and eight digits. */
export const ConstituencyId = z
  .string()
  .regex(/^[EWSN]\d{8}$/, 'a constituency code such as E14000986')

export const Constituency = z.strictObject({
  id: ConstituencyId,
  name: Seen.min(1),
  region: Seen,
  country: Seen,
})
export type Constituency = z.infer<typeof Constituency>
