import { z } from 'zod'
import { Officer } from '../officer.ts'

export const MeAnswer = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(['desk', 'officer']),
})

const person = Officer.omit({ tokenHash: true })

export const OfficersAnswer = z.strictObject({
  officers: z.array(person.extend({ revoked: z.boolean() })),
})

/** The token is shown here, and never again. */
export const NewOfficerAnswer = person.extend({ token: z.string() })
