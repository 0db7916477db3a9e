import { z } from 'zod'
import { ConstituencyId } from './constituency.ts'
import { NightId } from './night.ts'

/** Who an officer is and what it may declare. An empty list means none, never all. */
export const OfficerScope = z.strictObject({
  name: z.string().trim().min(1).max(100),
  nights: z.array(NightId).min(1).max(50),
  constituencies: z.array(ConstituencyId).min(1).max(650),
})
export type OfficerScope = z.infer<typeof OfficerScope>

/** An officer as it is kept: of the token there is only its digest. */
export const Officer = OfficerScope.extend({
  id: z.string().regex(/^[a-z0-9]{8}$/),
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Officer = z.infer<typeof Officer>
