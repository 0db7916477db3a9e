import type { Declaration } from '@night/shared/declaration'
import type { NightEvent, ResultEvent } from '@night/shared/event'
import { z } from 'zod'

const count = z.int().nonnegative()

/** What was sent, as whoever sends it knows it: the same again is the same thing once. */
export const Content = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('result'),
    constituency: z.string(),
    revision: z.int().min(1),
    /** When it was read out, in milliseconds. */
    at: z.int(),
    votes: z.record(z.string(), count),
    valid: count,
    rejected: count.nullable(),
    electorate: count,
  }),
  z.strictObject({ kind: z.literal('flash'), constituency: z.string(), candidate: z.string() }),
  z.strictObject({
    kind: z.literal('withdrawal'),
    constituency: z.string(),
    revision: z.int().min(1),
    reason: z.string(),
  }),
  z.strictObject({
    kind: z.literal('status'),
    constituency: z.string(),
    status: z.string(),
    expectedAt: z.string().nullable(),
    text: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('note'),
    constituency: z.string().nullable(),
    text: z.string(),
    speaker: z.string().nullable(),
    role: z.string().nullable(),
    source: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('closing') }),
])
export type Content = z.infer<typeof Content>
export type ResultContent = Extract<Content, { kind: 'result' }>

/** What somebody must have sent for this event to stand in a log; null for the opening, which the house says itself. */
export const contentOf = (event: NightEvent): Content | null => {
  switch (event.kind) {
    case 'opened':
      return null
    case 'closed':
      return { kind: 'closing' }
    case 'declared':
    case 'corrected':
      return resultContent(event)
    case 'flash':
      return {
        kind: 'flash',
        constituency: event.constituency.id,
        candidate: event.winner.candidate,
      }
    case 'withdrawn': {
      const { constituency, revision, reason } = event
      return { kind: 'withdrawal', constituency: constituency.id, revision, reason }
    }
    case 'status': {
      const { constituency, status, expectedAt, text } = event
      return { kind: 'status', constituency: constituency.id, status, expectedAt, text }
    }
    case 'note': {
      const { constituency, text, speaker, role, source } = event
      return { kind: 'note', constituency: constituency?.id ?? null, text, speaker, role, source }
    }
  }
}

const resultContent = ({ constituency, revision, at, result }: ResultEvent): ResultContent => ({
  kind: 'result',
  constituency: constituency.id,
  revision,
  at: Date.parse(at),
  votes: Object.fromEntries(result.candidates.map(({ id, votes }) => [id, votes])),
  valid: result.turnout.valid,
  rejected: result.turnout.rejected,
  electorate: result.turnout.electorate,
})

/** A declaration as it goes in at the door. */
export const declarationContent = (declaration: Declaration): ResultContent => {
  const { constituency, revision, declaredAt, votes, valid, rejected, electorate } = declaration
  return {
    kind: 'result',
    constituency,
    revision,
    at: Date.parse(declaredAt),
    votes: Object.fromEntries(votes.map(({ candidate, votes }) => [candidate, votes])),
    valid,
    rejected,
    electorate,
  }
}

/** "the declaration of E14000986, revision 2". */
export const contentWords = (content: Content): string => {
  switch (content.kind) {
    case 'result':
      return `the declaration of ${content.constituency}, revision ${content.revision}`
    case 'withdrawal':
      return `the withdrawal of ${content.constituency}, revision ${content.revision}`
    case 'flash':
    case 'status':
      return `the ${content.kind} of ${content.constituency}`
    case 'note':
      return `the note “${content.text}”`
    case 'closing':
      return 'the closing'
  }
}
