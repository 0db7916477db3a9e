import { z } from 'zod'

export const ClientKind = z.enum(['screen', 'program', 'polling'])
export type ClientKind = z.infer<typeof ClientKind>

/** Of twenty clients seventeen are screens, two are programs, and one can only poll. */
export const kindOf = (place: number): ClientKind => {
  const [first, second] = [place % 20 === 0, place % 10 === 5]
  if (first) return 'polling'
  return second ? 'program' : 'screen'
}

/** How long a client was cut off: from the moment it noticed to the moment it had all that it missed, in milliseconds. */
export const Wait = z.strictObject({ client: z.string(), kind: ClientKind, waited: z.number() })
export type Wait = z.infer<typeof Wait>
