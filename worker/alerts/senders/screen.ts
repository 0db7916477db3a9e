import type { Sender } from '../sender.ts'

/** The inbox on one's own page: what is in the outbox is there already, so nothing is sent. */
export const createScreen = (): Sender => ({
  send: () => Promise.resolve({ outcome: 'sent', words: 'On the page.' }),
  close: () => Promise.resolve(),
})
