import { baselineWords } from '@night/shared/baseline'
import type { Board } from '@night/shared/board'
import type { DeclaredSeat } from '@night/shared/declared'
import { takenBack } from '@night/shared/tale'
import { declaredOf } from '@night/shared/tally/declared'
import { clockTime, milliseconds, weekday } from '@night/shared/time'
import { lastSaid, type Statement } from './statement.ts'

/** Which picture the wall draws. [WALL5] */
export type Phase = 'quiet' | 'counting' | 'declared' | 'closed'

export const phaseOf = (board: Board): Phase => {
  if (lastSaid(board) === null) return 'quiet'
  const { declared, total } = declaredOf(board)
  const isWhole = declared === total
  // A general election ends though a seat or two vote later; of three contests each is waited for. [GEW8]
  const isEnough = isWhole || (declared > 0 && board.night.kind === 'general-election')
  if (board.state === 'closed' && isEnough) return 'closed'
  return isWhole ? 'declared' : 'counting'
}

/** "1 of 2 declared". */
export const tallyWords = (board: Board): string => {
  const { declared, total } = declaredOf(board)
  return `${declared} of ${total} declared`
}

type NetChange = { readonly party: string; readonly net: number }

/** Seats won and lost against the baseline, the largest gain first; parties that are level are left out. */
export const netChanges = (seats: readonly DeclaredSeat[]): NetChange[] => {
  const net = new Map<string, number>()
  const add = (party: string, by: number) => net.set(party, (net.get(party) ?? 0) + by)
  for (const { latest } of seats) {
    const { kind, party, from } = latest.result.verdict
    if (kind !== 'gain' || from === null) continue
    add(party, 1)
    add(from, -1)
  }
  return [...net]
    .map(([party, count]) => ({ party, net: count }))
    .filter(({ net }) => net !== 0)
    .toSorted((a, b) => b.net - a.net)
}

/** What gain, hold and swing are measured against, the same for every screen of the night. [WALL9] */
export const againstWords = (board: Board): string => {
  const baselines = new Set(
    Object.values(board.seatsById).map(({ contest }) => baselineWords(contest.previous)),
  )
  const [only] = baselines
  return only !== undefined && baselines.size === 1
    ? `against the ${only}`
    : 'each seat against its last general election'
}

/** "Polls closed at 10.00pm on Thursday, 4 h 12 min ago", in the night's own time. */
export const pollsWords = (pollsClose: string, now: number | null): string => {
  const closing = milliseconds(pollsClose)
  const when = `${clockTime(closing)} on ${weekday(closing)}`
  if (now === null || now < closing) return `Polls close at ${when}`
  const minutes = Math.floor((now - closing) / 60_000)
  return minutes < 24 * 60
    ? `Polls closed at ${when}, ${spanWords(minutes)} ago`
    : `Polls closed at ${when}`
}

/** "12 min", "4 h 12 min". */
export const spanWords = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`

/** One sentence to be read out when results arrive, however many came together. [WALL10] */
export const spokenWords = (arrived: readonly Statement[]): string => {
  const last = arrived.at(-1)
  if (!last) return ''
  const line = spokenLine(last)
  const others = arrived.length - 1
  return others === 0
    ? `${line}.`
    : `${line}. And ${others} more ${others === 1 ? 'result' : 'results'}.`
}

const spokenLine = (statement: Statement): string => {
  switch (statement.kind) {
    case 'declared':
    case 'flash':
      return statement.words.line
    case 'corrected':
      return `CORRECTION: ${statement.words.line}`
    case 'withdrawn':
      return `CORRECTION: the ${takenBack(statement)} of ${statement.constituency.name} does not stand`
  }
}
