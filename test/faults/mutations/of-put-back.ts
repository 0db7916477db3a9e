import { present } from '../../support/present.ts'
import { between, type Random } from '@night/worker/rehearsal/random'
import { submitLine } from '../good-door.ts'
import { tellPutBack } from '../good-put-back.ts'
import { run } from '../good-lines.ts'
import type { HistoryLine } from '../history.ts'
import type { Mutation } from './mutation.ts'

type Lines = readonly HistoryLine[]
type Restored = Extract<HistoryLine, { kind: 'restored' }>
type Change = (lines: Lines, restored: Restored, random: Random) => Lines | null

const inPutBack =
  (change: Change): Mutation['change'] =>
  (plan, random) => {
    const lines = tellPutBack(plan)
    const restored = present(lines.find((line) => line.kind === 'restored'))
    return change(lines, restored, random)
  }

const client = 'live-screen-1'
const isSeen = (line: HistoryLine) =>
  (line.kind === 'recv' || line.kind === 'reset') && line.client === client

/** What one client was sent after the log was put back. */
const isAfter = (line: HistoryLine, { t }: Restored): boolean => isSeen(line) && line.t > t

/** A note that was acknowledged at some time and stands in no log. */
const lostAt = (night: string, t: number): HistoryLine[] => {
  const content = { kind: 'note', constituency: null, text: 'TEST lost' } as const
  const sent = { ...content, speaker: null, role: null, source: null }
  return [submitLine({ night, id: 'lost', t }, sent), { ...run(t), kind: 'ack', night, id: 'lost' }]
}

/** Before the line that says that the log was put back, as it was written. */
const earlier = (lines: Lines, restored: Restored, more: Lines): Lines =>
  lines.flatMap((line) => (line === restored ? [...more, line] : [line]))

const withoutOneAlert: Change = (lines, { t }, random) => {
  const alerts = lines.filter((line) => line.kind === 'alert' && line.t > t)
  const lost = alerts[between(random, 0, alerts.length - 1)]
  return lost ? lines.filter((line) => line !== lost) : null
}

/** Things done to a run in which a log was put back on purpose. */
export const ofPutBack: readonly Mutation[] = [
  {
    does: 'a screen keeps showing what was rolled back',
    breaks: ['I4'],
    change: inPutBack((lines, restored) => lines.filter((line) => !isAfter(line, restored))),
  },
  {
    does: 'a screen goes on without a whole board after the log was put back',
    breaks: ['I3', 'I4'],
    change: inPutBack((lines, restored) =>
      lines.filter((line) => !(isAfter(line, restored) && line.kind === 'reset')),
    ),
  },
  {
    does: 'a screen is not told that what it held is void',
    breaks: ['I4'],
    change: inPutBack((lines, restored) =>
      lines.map((line) =>
        isAfter(line, restored) && line.kind === 'reset' ? { ...line, afresh: false } : line,
      ),
    ),
  },
  {
    does: 'a screen is shown once more what was rolled back',
    breaks: ['I3'],
    change: inPutBack((lines, restored) => {
      const old = present(lines.findLast((line) => isSeen(line) && line.t < restored.t))
      const first = present(lines.find((line) => isAfter(line, restored)))
      if (old.kind !== 'recv' && old.kind !== 'reset') return null
      const again = { ...old, t: first.t, kind: 'reset', afresh: true } as const
      return lines.flatMap((line) => (line === first ? [again, line] : [line]))
    }),
  },
  {
    does: 'the log does not begin with the backup that was put back',
    breaks: ['I3'],
    change: inPutBack((lines, restored) =>
      lines.map((line) => (line === restored ? { ...restored, hash: 'f'.repeat(64) } : line)),
    ),
  },
  {
    does: 'what was acknowledged before the backup was made is not in it',
    breaks: ['I1'],
    change: inPutBack((lines, restored) =>
      earlier(lines, restored, lostAt(restored.night, restored.asOf - 1)),
    ),
  },
  {
    does: 'what was acknowledged after the log was put back is lost',
    breaks: ['I1'],
    change: inPutBack((lines, { night, t }) => [...lines, ...lostAt(night, t + 1)]),
  },
  {
    does: 'a device is told of it before the log was put back and never again',
    breaks: ['I8'],
    change: inPutBack(withoutOneAlert),
  },
]
