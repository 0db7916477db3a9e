import { z } from 'zod'

const channelID = z.string()

/** What a browser says to its push service, as far as it is answered: the protocol that Mozilla's autopush speaks. */
export const FromBrowser = z.discriminatedUnion('messageType', [
  z.object({ messageType: z.literal('hello'), uaid: z.string().optional() }),
  z.object({ messageType: z.literal('register'), channelID, key: z.string().nullish() }),
  z.object({ messageType: z.literal('unregister'), channelID }),
  z.object({
    messageType: z.literal('ack'),
    updates: z.array(z.object({ version: z.string(), code: z.int().default(0) })),
  }),
  z.object({ messageType: z.literal('nack'), version: z.string(), code: z.int().default(0) }),
  z.object({ messageType: z.literal('broadcast_subscribe') }),
])
export type FromBrowser = z.infer<typeof FromBrowser>

/** The browser decrypted it, and its service worker did what it does. */
export const handled = 100
