import { z } from 'zod'

/** Apple refuses every message of a sender whose address leads to the sender's own machine. */
const ownMachine = /^(?:localhost|.*\.(?:localhost|localdomain)|127(?:\.\d+){3}|0\.0\.0\.0)\.?$/i

const words =
  'whom a push service writes to when something is wrong: mailto:desk@your.domain or https://your.domain/…, of a domain that others can reach'

/** VAPID_SUBJECT: an address of the newsroom's, or null where it is not set and web push is off. [ALR28] */
export const PushSubject = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => text === '' || isReachable(text), words)
  .transform((text) => text || null)

const isReachable = (text: string): boolean => {
  const host = hostOf(text)
  return host !== null && host.includes('.') && !ownMachine.test(host)
}

const hostOf = (text: string): string | null => {
  const mail = /^mailto:[^@\s]+@([^@\s]+)$/i.exec(text)
  if (mail) return mail[1] ?? null
  return text.startsWith('https://') && URL.canParse(text) ? new URL(text).hostname : null
}
