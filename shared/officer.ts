import { z } from 'zod'
import { ConstituencyId } from './constituency.ts'
import { NightId } from './night.ts'
import { Seen } from './seen.ts'

const scope = z.strictObject({
  name: Seen.min(1).max(100),
  /** An editor works at the desk of its nights; an officer declares the constituencies that it was given. */
  role: z.enum(['officer', 'editor']).default('officer'),
  nights: z.array(NightId).min(1).max(50),
  constituencies: z.array(ConstituencyId).max(650).default([]),
})

/** Who somebody is and what they may do. An empty list means none, never all. */
export const OfficerScope = scope.refine(
  ({ role, constituencies }) => role === 'editor' || constituencies.length > 0,
  { path: ['constituencies'], message: 'an officer needs at least one constituency' },
)
export type OfficerScope = z.infer<typeof OfficerScope>

/** An officer as it is kept: of the token there is only its digest, and none once it was revoked. */
export const Officer = scope.extend({
  id: z.string().regex(/^[a-z0-9]{8}$/),
  tokenHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type Officer = z.infer<typeof Officer>
