import type { Outcome } from '@night/worker/alerts/sender'
import { createSenders } from '@night/worker/alerts/senders'
import { onTestFinished } from 'vitest'
import { newPushKeys } from '@night/worker/alerts/vapid'

export const subject = 'mailto:desk@newsroom.example'

type Parts = Partial<Parameters<typeof createSenders>[0]>

/** The senders with push on, a clock that is the machine's, and no name that leads anywhere; closed with the test. */
export const openSenders = (parts: Parts = {}) => {
  const keys = { subject, ...newPushKeys() }
  const senders = createSenders({
    push: { state: 'on', keys },
    trustedOrigins: [],
    clock: { now: Date.now },
    stopwatch: parts.clock ?? performance,
    resolve: () => Promise.reject(Object.assign(new Error('nowhere'), { code: 'ENOTFOUND' })),
    ...parts,
  })
  onTestFinished(async () => {
    for (const sender of Object.values(senders)) await sender.close()
  })
  return { senders, keys }
}

/** The words of an outcome, after what it was: "later: The receiver is not there." */
export const said = ({ outcome, words }: Outcome): string => `${outcome}: ${words}`
