import { by } from './by.ts'
import { type Content, contentOf } from './content.ts'
import { ownCanonical } from './own-chain.ts'
import { type LineOf, type Night, ofKind } from './reading.ts'
import type { NightEvent } from '@night/shared/event'

/** What was sent to a night with one content, however often and by whomever, and how often it may stand in the log. */
export type Sent = {
  readonly content: Content
  readonly submits: readonly LineOf<'submit'>[]
  readonly least: number
  readonly most: number
}

export const keyOf = (content: Content): string => ownCanonical(content)

const keysByEvent = new WeakMap<NightEvent, string | null>()

/** The key of what must have been sent for this event, worked out once; null for an opening. */
export const keyOfEvent = (event: NightEvent): string | null => {
  const known = keysByEvent.get(event)
  if (known !== undefined) return known
  const content = contentOf(event)
  const key = content && keyOf(content)
  keysByEvent.set(event, key)
  return key
}

const sentByNight = new WeakMap<Night, ReadonlyMap<string, Sent>>()

/** All that was sent to a night, by its content; worked out once. */
export const sentByKey = (night: Night): ReadonlyMap<string, Sent> => {
  const known = sentByNight.get(night) ?? sentIn(night)
  sentByNight.set(night, known)
  return known
}

const sentIn = (night: Night): Map<string, Sent> => {
  const answers = answersOf(night)
  const isVoid = voidIn(night)
  const groups = by(ofKind(night.lines, 'submit'), ({ content }) => keyOf(content))
  return new Map(
    [...groups].flatMap(([key, submits]) => {
      const [first] = submits
      if (!first) return []
      return [[key, { content: first.content, ...sentOf(submits, answers, isVoid) }] as const]
    }),
  )
}

const sentOf = (
  submits: readonly LineOf<'submit'>[],
  answers: ReadonlyMap<string, Answers>,
  isVoid: IsVoid,
): Omit<Sent, 'content'> => {
  const fates = [...by(submits, ({ id }) => id)].map(([id, attempts]) =>
    fateOf(attempts.length, answers.get(id), isVoid),
  )
  return {
    submits,
    least: fates.filter((fate) => fate === 'in').length,
    most: fates.filter((fate) => fate !== 'out').length,
  }
}

type Answers = readonly LineOf<'ack' | 'reject'>[]

const answersOf = ({ lines }: Night): Map<string, Answers> =>
  by(
    lines.filter((line) => line.kind === 'ack' || line.kind === 'reject'),
    ({ id }) => id,
  )

type IsVoid = (ack: LineOf<'ack'>) => boolean

/** Acknowledged after a backup was made and before it was put back: it may be gone, and it may have come again. */
const voidIn = (night: Night): IsVoid => {
  const restored = ofKind(night.lines, 'restored')
  return ({ t, at }) => restored.some((line) => at < line.at && t > line.asOf)
}

/**
 * Held back is out, acknowledged is in unless that was rolled back on purpose; refused at the door is out unless the
 * answer to another attempt was lost.
 */
const fateOf = (
  attempts: number,
  answers: Answers | undefined,
  isVoid: IsVoid,
): 'in' | 'out' | 'unknown' => {
  const lines = answers ?? []
  if (lines.some((line) => line.kind === 'reject' && line.where === 'desk')) return 'out'
  const acks = lines.filter((line) => line.kind === 'ack')
  if (acks.some((ack) => !isVoid(ack))) return 'in'
  return acks.length > 0 || lines.length < attempts ? 'unknown' : 'out'
}
