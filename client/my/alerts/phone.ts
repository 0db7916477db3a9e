import { signal } from '@preact/signals'
import { createLog } from './log.ts'
import type { HouseKey } from './offer.ts'
import { dropOwn, keepOwn, ownSubscription } from './own-subscription.ts'
import { createServerSide, type SubscriptionView } from './server-side.ts'
import { createStandingRules } from './standing-rules.ts'

/** `away`: this phone has a subscription, and nobody can tell of it just now. */
type Phase = 'reading' | 'off' | 'asking' | 'away' | 'on'

type Parts = {
  readonly night: string
  readonly viewToken: string | undefined
  readonly say: (words: string) => void
}

/** What a phone knows of its alerts on one night. */
export type Phone = ReturnType<typeof createPhone>

export const createPhone = ({ night, viewToken, say }: Parts) => {
  const own = createOwn(night, viewToken)
  const phase = signal<Phase>('reading')
  const problem = signal<string | null>(null)
  const house = signal<HouseKey>({ state: 'asked' })
  const explain = (words: string | null): void => {
    problem.value = words
    if (words !== null) say(words)
  }
  const server = createServerSide({ night, viewToken, own: own.own })
  const standing = createStandingRules({ server, explain })
  const log = createLog({
    server,
    // What rings is heard already.
    arrived: (fresh) => {
      if (fresh.length === 0 || standing.view.peek()?.channel.type !== 'screen') return
      say(fresh.map(({ message }) => message.title).join('. '))
    },
  })
  return {
    ...own,
    phase,
    problem,
    house,
    explain,
    say,
    server,
    standing,
    log,
    took: (view: SubscriptionView): void => {
      standing.view.value = view
      phase.value = 'on'
      log.poke()
    },
  } as const
}

/** The subscription as this phone has it, in the page and beyond. */
const createOwn = (night: string, viewToken: string | undefined) => {
  let own = ownSubscription(night)
  return {
    own: () => own,
    keep: (id: string, token: string, endpoint: string | null): Promise<void> => {
      own = { night, id, token, endpoint, viewToken: viewToken ?? null }
      return keepOwn(own)
    },
    drop: (): Promise<void> => {
      own = null
      return dropOwn(night)
    },
  }
}
