import { canonical, type Sha256 } from '@night/shared/chain'
import { NightEvent } from '@night/shared/event'
import { Instant } from '@night/shared/instant'
import type { Declaration } from '@night/shared/declaration'
import { Release } from '@night/shared/ruling'
import type { Submission } from '@night/shared/submission'
import { z } from 'zod'
import { timeline } from '../replay/timeline.ts'

/**
 * What a log of any age still says of what was sent in: only that is read, so that a log can be made again after its
 * events have got another form.
 */
const head = { at: Instant, publishedAt: Instant }
const result = {
  ...head,
  constituency: z.object({ id: z.string() }),
  revision: z.int(),
  result: z.object({
    turnout: z.object({ valid: z.int(), rejected: z.int().nullable(), electorate: z.int() }),
    decidedByLot: z.boolean(),
    candidates: z.array(z.object({ id: z.string(), votes: z.int(), elected: z.boolean() })),
  }),
  by: z.string(),
  released: Release.optional(),
}
const Heard = z.discriminatedUnion('kind', [
  z.object({ ...head, kind: z.literal('opened'), run: z.int() }),
  z.object({ ...result, kind: z.literal('declared') }),
  z.object({ ...result, kind: z.literal('corrected'), reason: z.string() }),
  z.object({ ...head, kind: z.literal('closed') }),
])
type Heard = z.infer<typeof Heard>

/**
 * The submissions that made a log, from its text. What the desk said besides (a flash, a status, a note, a withdrawal)
 * has to have the form of today; throws where it has not.
 */
export const submissionsIn = (text: string): Submission[] =>
  linesOf(text).flatMap((line) => {
    const heard = Heard.safeParse(line)
    if (heard.success) return [heardToSubmission(heard.data)]
    return timeline([NightEvent.parse(line)], 1).map(({ submission }) => submission)
  })

const heardToSubmission = (event: Heard): Submission => {
  const { at, publishedAt } = event
  switch (event.kind) {
    case 'opened':
      return { kind: 'opening', at, publishedAt, run: event.run }
    case 'closed':
      return { kind: 'closing', at, publishedAt }
    case 'declared':
    case 'corrected': {
      const reason = event.kind === 'corrected' ? event.reason : null
      const declaration = { ...heardToDeclaration(event), reason }
      const { by, released } = event
      return { kind: 'declaration', declaration, by, publishedAt, ...(released && { released }) }
    }
  }
}

/** The votes as they were read out, in the order in which they were told. */
const heardToDeclaration = (
  event: Extract<Heard, { kind: 'declared' | 'corrected' }>,
): Declaration => {
  const { candidates, turnout, decidedByLot } = event.result
  return {
    constituency: event.constituency.id,
    revision: event.revision,
    declaredAt: event.at,
    votes: candidates.map(({ id, votes }) => ({ candidate: id, votes })),
    ...turnout,
    verified: null,
    majority: null,
    elected: null,
    drawnByLot: decidedByLot ? (candidates.find(({ elected }) => elected)?.id ?? null) : null,
    reason: null,
  }
}

const Linked = z.looseObject({ seq: z.int(), hash: z.string() })

/** The seq of the first event that does not follow the one before it; null where none was edited or dropped. */
export const firstBroken = (text: string, sha256: Sha256): number | null => {
  let before = { seq: 0, hash: '' }
  for (const line of linesOf(text)) {
    const { hash, ...rest } = Linked.parse(line)
    if (rest.seq !== before.seq + 1 || hash !== sha256(before.hash + canonical(rest))) {
      return before.seq + 1
    }
    before = { seq: rest.seq, hash }
  }
  return null
}

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
