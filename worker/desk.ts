import { baselineWinner } from '@night/shared/baseline'
import type { Contest } from '@night/shared/contest'
import type { WithdrawnEvent } from '@night/shared/event'
import { standingAfter } from '@night/shared/records/standing'
import { styles } from '@night/shared/style'
import type { Submission } from '@night/shared/submission'
import { fromWords, verdictWords } from '@night/shared/words'
import { consequencesOf } from '@night/shared/consequences'
import type { KnownNight } from './decision.ts'
import { type Decision, held, type Matter, overruling, wasDecided } from './matter.ts'
import { verdictAgainst } from './outcome.ts'

type Sent = { readonly at: string; readonly by: string }
type About = Pick<Matter<'flash'>, 'contest' | 'board' | 'publishedAt'>

const headOf = ({ at, by }: Sent, { contest, board, publishedAt }: About) => ({
  night: board.night.id,
  mode: board.night.mode,
  at,
  publishedAt,
  constituency: { id: contest.constituency.id, name: contest.constituency.name },
  by,
})

/**
 * A winner without figures. It never comes after a result, nor in the place of another; an unlikely one waits for the
 * desk. [FLA1 FLA2]
 */
export const flash = (matter: Matter<'flash'>): Decision => {
  const { submission, contest, board } = matter
  const { id, name } = contest.constituency
  const candidate = contest.candidates.find((one) => one.id === submission.flash.candidate)
  const seat = board.seatsById[id]
  if (!candidate)
    return held('not-on-the-ballot', `“${submission.flash.candidate}” did not stand in ${name}.`)
  if (seat?.latest ?? seat?.withdrawn?.revision) {
    return held('already-declared', `${name} has had figures already; a flash comes too late.`)
  }
  const before = seat?.flash?.winner
  if (before?.candidate === candidate.id)
    return held('nothing-changed', `That ${candidate.name} has won ${name} was said already.`)
  if (before) {
    return held(
      'another-winner',
      `Every screen says that ${before.name} has won ${name}. Withdraw that first, with a reason; then let this through.`,
    )
  }
  const isUnlikely = !wasInFront(contest, candidate.party)
  if (isUnlikely && !wasDecided(submission.released, board)) {
    return held(
      'flash-not-likely',
      `The party of ${candidate.name} was neither first nor second in ${name} last time. Is the name right?`,
    )
  }
  const { party } = candidate
  const verdict = verdictSinceLast(contest, party)
  const said = { verdict: { ...verdict, party, against: '', notional: false } }
  const time = styles[board.night.style ?? 'house'].time(submission.at)
  const line = [time, `${name}:`, verdictWords(said), fromWords(said), '(figures to follow)']
  const words = { time, line: line.filter(Boolean).join(' ') }
  const winner = { candidate: candidate.id, name: candidate.name, party }
  const head = headOf(submission, matter)
  const released = isUnlikely ? overruling(submission.released, ['flash-not-likely']) : {}
  return {
    outcome: 'publish',
    event: { ...head, kind: 'flash', winner, verdict, words, ...released },
  }
}

const verdictSinceLast = ({ previous }: Contest, party: string) =>
  verdictAgainst(party, previous && baselineWinner(previous))

/** Whether a party was first or second here last time: only then is a flash believed without the desk. */
const wasInFront = ({ previous }: Contest, party: string): boolean => {
  if (!previous) return true
  const [first, second] = previous.votes.toSorted((a, b) => b.votes - a.votes)
  return party === first?.party || party === second?.party
}

/** A result that must not stand goes, with everything that was said because of it; so does a winner. [COR2 FLA2] */
export const withdraw = (matter: Matter<'withdrawal'>): Decision => {
  const { submission, contest, board, table } = matter
  const { revision, reason } = submission.withdrawal
  const seat = board.seatsById[contest.constituency.id]
  const stands = revision === 0 ? (seat?.latest ? null : seat?.flash) : seat?.latest
  if (!seat || !stands || ('revision' in stands && stands.revision !== revision)) {
    const what = revision === 0 ? 'winner without figures' : `revision ${revision}`
    return held('nothing-to-withdraw', `No ${what} of ${contest.constituency.name} stands.`)
  }
  const bare: Omit<WithdrawnEvent, 'seq' | 'hash'> = {
    ...headOf(submission, matter),
    kind: 'withdrawn',
    revision,
    reason,
    replaces: stands.seq,
    consequences: [],
    recordChanges: [],
  }
  const { recordChanges } = standingAfter(board, { ...bare, seq: board.seq + 1, hash: '' }, table)
  const consequences = consequencesOf(board, seat, { recordChanges })
  return { outcome: 'publish', event: { ...bare, recordChanges, consequences } }
}

/** How a count goes; after the result there is nothing to say of it. [STA1] */
export const status = (matter: Matter<'status'>): Decision => {
  const { submission, contest, board } = matter
  if (board.seatsById[contest.constituency.id]?.latest) {
    return held('already-declared', `${contest.constituency.name} has declared; its count is over.`)
  }
  const { status: kind, expectedAt, text } = submission.status
  return {
    outcome: 'publish',
    event: { ...headOf(submission, matter), kind: 'status', status: kind, expectedAt, text },
  }
}

/** A quote or a line of context, of a seat or of the night. [STA2] */
export const note = (
  submission: Extract<Submission, { kind: 'note' }>,
  { board, contestsById }: KnownNight,
  publishedAt: string,
): Decision => {
  const { constituency: id, ...said } = submission.note
  const about = id === null ? null : (contestsById.get(id)?.constituency ?? null)
  const constituency = about && { id: about.id, name: about.name }
  const head = {
    night: board.night.id,
    mode: board.night.mode,
    at: submission.at,
    publishedAt,
    by: submission.by,
  }
  return { outcome: 'publish', event: { ...head, kind: 'note', constituency, ...said } }
}
