import type { Board } from '@night/shared/board'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { createPageFeed } from '../page-feed.ts'
import { freshness } from '../freshness.ts'
import { begin, type Delivered, type History } from '../history.ts'
import type { Statement } from '../statement.ts'
import { createSpeaker } from './speaker.ts'

type NightToFollow = {
  readonly night: string
  readonly delivered: Delivered | null
  readonly token: string | undefined
  /** When `delivered` was true, on this machine's clock; now, where it came with the page. */
  readonly deliveredAt?: number
  /** Which of what arrives is spoken; everything, where nothing decides. */
  readonly isSaid?: (statement: Statement) => boolean
}

/** A night as a page follows it, and the voice in which the page says what comes. */
export type Followed = {
  readonly history: ReadonlySignal<History>
  readonly board: ReadonlySignal<Board | null>
  readonly now: ReadonlySignal<number>
  /** What the page's one live region says. */
  readonly spoken: ReadonlySignal<string>
  readonly say: (words: string) => void
}

/** Follows a night with one timer for clock, age and voice. */
export const followNight = (page: NightToFollow): Followed => {
  const { night, delivered, token, deliveredAt = Date.now() } = page
  const history = signal(begin(delivered, deliveredAt))
  const now = signal(Date.now())
  const speaker = createSpeaker(page.isSaid)
  const feed = createPageFeed({ night, delivered, deliveredAt, token })
  feed.subscribe((heard) => {
    now.value = Date.now()
    history.value = heard
    const { voidedAt, heardAt } = heard
    if (voidedAt && voidedAt === heardAt) {
      speaker.forget()
      speaker.say(freshness(heard, heardAt).words)
    }
    speaker.hear(heard.arrived, now.value)
  })
  setInterval(() => {
    now.value = Date.now()
    speaker.tick(now.value)
  }, 1000)
  const board = computed(() => history.value.board)
  return { history, board, now, spoken: speaker.spoken, say: speaker.say }
}
