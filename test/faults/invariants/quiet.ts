import { type Invariant, type Kind, ofKind, type Reading, type Violation } from '../reading.ts'

/** I9: what was broken is whole again, and soon after the last fault nothing waits and nothing moves. */
export const quiet: Invariant = (reading, bounds) => [
  ...unended(reading),
  ...stillWaiting(reading),
  ...stillMoving(reading, bounds.quiet),
]

const unended = ({ lines }: Reading): Violation[] => {
  const ends = ofKind(lines, 'fault-end')
  return ofKind(lines, 'fault-start')
    .filter(
      ({ fault, of, at }) =>
        !ends.some((end) => end.at > at && end.fault === fault && end.of === of),
    )
    .map(({ fault, of, at }) => ({ invariant: 'I9', words: `${fault} of ${of} never ended`, at }))
}

const stillWaiting = ({ nights }: Reading): Violation[] =>
  nights.flatMap(({ name, epochs }) =>
    epochs
      .slice(-1)
      .filter(({ waiting }) => waiting > 0)
      .map(({ waiting, at }) => ({
        invariant: 'I9',
        words: `${name}: what was never decided: ${waiting}`,
        at,
      })),
  )

const causes: ReadonlySet<Kind> = new Set(['fault-end', 'submit'])
const movements: ReadonlySet<Kind> = new Set([
  'ack',
  'recv',
  'reset',
  'reconnect',
  'alert',
  'stalled',
])

const stillMoving = ({ lines }: Reading, bound: number): Violation[] => {
  const last = lines.reduce((most, { kind, t }) => (causes.has(kind) ? Math.max(most, t) : most), 0)
  const late = lines.find(({ kind, t }) => movements.has(kind) && t > last + bound)
  if (!late) return []
  const words = `${late.kind} ${Math.round(late.t - last)} ms after the last fault or submission, where ${bound} ms are allowed`
  return [{ invariant: 'I9', words, at: late.at }]
}
