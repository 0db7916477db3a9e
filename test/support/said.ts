import type {
  FlashEvent,
  NoteEvent,
  ResultEvent,
  StatusEvent,
  WithdrawnEvent,
} from '@night/shared/event'

/** Every kind of thing that can be said of a result's seat, each at the place in the log that it is given. */
export const saidOf = (first: ResultEvent) => {
  const { night, mode, at, publishedAt, constituency } = first
  const head = (seq: number) => {
    const hash = `${seq % 10}`.repeat(64)
    return { seq, night, mode, at, publishedAt, constituency, by: 'desk', hash }
  }
  return {
    /** The same figures as this revision. */
    result: (seq: number, revision = 1): ResultEvent => ({ ...first, seq, revision }),
    flash: (seq: number): FlashEvent => ({
      ...head(seq),
      kind: 'flash',
      winner: { candidate: 'sarah-edwards', name: 'Sarah Edwards', party: 'lab' },
      verdict: { kind: 'gain', from: 'con' },
      words: { time: '2.30am', line: 'TEST' },
    }),
    status: (seq: number, expectedAt: string | null = null): StatusEvent => ({
      ...head(seq),
      kind: 'status',
      status: 'recount',
      expectedAt,
      text: null,
    }),
    withdrawn: (seq: number, revision: number): WithdrawnEvent => ({
      ...head(seq),
      kind: 'withdrawn',
      revision,
      replaces: 2,
      reason: 'TEST',
      consequences: [],
      recordChanges: [],
    }),
    note: (seq: number): NoteEvent => ({
      ...head(seq),
      kind: 'note',
      text: `TEST ${seq}`,
      speaker: null,
      role: null,
      source: null,
    }),
  }
}
