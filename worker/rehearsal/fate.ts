import type { NightEvent } from '@night/shared/event'
import { milliseconds } from '@night/shared/time'
import { z } from 'zod'

/** What became of one step; times are milliseconds on the wall's clock. */
export type Fate = {
  readonly sentAt: number
  readonly outcome: 'published' | 'held' | 'refused' | 'waiting'
  /** Why it was held or refused. */
  readonly words: string
  /** Its place in the log, if it has one. */
  readonly seq: number | null
  /** What the desk decided of it after it was held, and when. */
  readonly ruled: { readonly as: 'released' | 'rejected'; readonly at: number } | null
  /** When what it said was corrected or taken back. */
  readonly putRightAt: number | null
}

/** What the door said of something that it took, as it is asked for by its id. */
export const Told = z.discriminatedUnion('status', [
  z.object({ status: z.literal('queued') }),
  z.object({ status: z.literal('published'), seq: z.int() }),
  z.object({ status: z.literal('held'), reasons: z.array(z.object({ words: z.string() })) }),
  z.object({ status: z.literal('rejected'), ruling: z.object({ at: z.string() }) }),
])
export type Told = z.infer<typeof Told>

/** How a step was answered: refused in words, or taken and decided later. */
export type Answered = {
  readonly sentAt: number
  readonly answer:
    | { readonly kind: 'refused'; readonly words: string }
    | { readonly kind: 'taken'; readonly told: Told }
}

const nothing = { words: '', seq: null, ruled: null, putRightAt: null } as const

/** The fate of what was sent, by what it was told and what the night's log has since. */
export const fateOf = ({ sentAt, answer }: Answered, events: readonly NightEvent[]): Fate => {
  if (answer.kind === 'refused')
    return { ...nothing, sentAt, outcome: 'refused', words: answer.words }
  const { told } = answer
  switch (told.status) {
    case 'queued':
      return { ...nothing, sentAt, outcome: 'waiting' }
    case 'held':
      return {
        ...nothing,
        sentAt,
        outcome: 'held',
        words: told.reasons.map(({ words }) => words).join(' '),
      }
    case 'rejected':
      return {
        ...nothing,
        sentAt,
        outcome: 'held',
        ruled: { as: 'rejected', at: milliseconds(told.ruling.at) },
      }
    case 'published':
      return { ...nothing, sentAt, ...publishedAs(told.seq, events) }
  }
}

const publishedAs = (seq: number, events: readonly NightEvent[]) => {
  const event = events.find((one) => one.seq === seq)
  const later = events.find((one) => 'replaces' in one && one.replaces === seq)
  const putRightAt = later ? milliseconds(later.publishedAt) : null
  if (event === undefined || !('released' in event) || event.released === undefined)
    return { outcome: 'published', seq, putRightAt } as const
  const ruled = { as: 'released', at: milliseconds(event.publishedAt) } as const
  const words = event.released.overruled.join(', ')
  return { outcome: 'held', seq, putRightAt, ruled, words } as const
}
