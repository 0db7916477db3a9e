import { canonical, emptyHead, type Head, link } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import { sha256 } from '@night/worker/sha256'
import { type Entry, verify } from '@night/worker/verify'
import { verifyWords } from '@night/worker/verify-words'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { october, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

/** As a stream keeps them, one after another. */
const kept = (events: readonly NightEvent[]): Entry[] =>
  events.map((event, place) => ({
    text: JSON.stringify(event),
    place: place + 1,
    hash: event.hash,
  }))

/** Opened, Tamworth, Mid Bedfordshire, closed; and twelve notes more, so that there is a middle. */
const longLog = async (): Promise<NightEvent[]> => {
  const log = await recordedLog(october)
  for (let count = 0; count < 12; count += 1) {
    const head = log.at(-1) ?? emptyHead
    const { night, mode, at, publishedAt } = present(log[0])
    const text = `TEST note ${count}`
    const said = { kind: 'note', text, speaker: null, role: null, source: null } as const
    const note = { night, mode, at, publishedAt, ...said, constituency: null, by: 'desk' }
    log.push(link(head, note, sha256))
  }
  return log
}

const told = (events: readonly NightEvent[], written = 0): string =>
  verifyWords(verify(kept(events), written))

/** The event as somebody would write it who knows how the chain is made. */
const anew = (head: Head, { hash: _hash, ...event }: NightEvent, publishedAt: string): NightEvent =>
  link(head, { ...event, publishedAt }, sha256)

const without = (log: readonly NightEvent[], from: number, to = from): NightEvent[] =>
  log.filter(({ seq }) => seq < from || seq > to)

const changed = (log: readonly NightEvent[], seq: number, by: object): NightEvent[] =>
  log.map((event) => (event.seq === seq ? { ...event, ...by } : event))

const turned = (log: readonly NightEvent[], one: number, other: number): NightEvent[] =>
  log.map((event) => {
    if (event.seq === one) return present(log[other - 1])
    return event.seq === other ? present(log[one - 1]) : event
  })

test.each(['2023-10-19-by-elections', '2024-07-04-general-election'])(
  '[LOG10] the recorded log of %s is whole, to its head',
  async (night) => {
    const log = await recordedLog(night)
    const head = present(log.at(-1)).hash
    expect(verify(kept(log))).toEqual({ kind: 'whole', events: log.length, head })
    expect(told(log)).toBe(`${log.length} events, chain whole, head ${head.slice(0, 12)}…`)
    expect(told([])).toBe('no events yet')
  },
)

test('[LOG10] whatever was done to a log is named: the event, and what was done', async () => {
  const log = await longLog()
  const [first, second, third] = [present(log[0]), present(log[1]), present(log[2])]
  const foreign = anew(second, third, second.publishedAt)
  const edited = 'its content was altered after it was written'
  const table: [readonly NightEvent[], string][] = [
    [
      changed(log, 2, { publishedAt: first.publishedAt }),
      `event 2 (Tamworth, declared at 2.45am) does not follow event 1: ${edited}, or event 1 was, and was given a new hash`,
    ],
    [
      changed(log, 1, { title: 'TEST' }),
      `event 1 (the night, opened at 10.00pm) does not follow the beginning: ${edited}`,
    ],
    [without(log, 3), 'event 3 is missing'],
    [without(log, 1), 'event 1 is missing'],
    [without(log, 5, 9), 'events 5 to 9 are missing'],
    [turned(log, 3, 4), 'events 3 and 4 stand in the wrong order'],
    [turned(log, 2, 9), 'events 2 and 9 stand in the wrong order'],
    [
      log.toSpliced(2, 0, foreign),
      'event 3 (Mid Bedfordshire, declared at 3.20am) stands there again, after event 3: one of the two was put in',
    ],
    [
      log.toSpliced(2, 0, { ...third, hash: first.hash, seq: 99 }),
      'event 99 (Mid Bedfordshire, declared at 3.20am) was put in after event 2: the log goes on without it',
    ],
    [
      log.toSpliced(5, 0, second),
      'event 2 (Tamworth, declared at 2.45am) was put in after event 5: the log goes on without it',
    ],
  ]
  expect(table.map(([events]) => told(events))).toEqual(table.map(([, words]) => words))
})

test('[LOG10] an event that was hashed anew is found by the one after it', async () => {
  const log = await longLog()
  const [second, third] = [present(log[1]), present(log[2])]
  const edited = changed(log, 3, anew(second, third, second.publishedAt))
  expect(verify(kept(edited))).toMatchObject({ kind: 'altered', seq: 4 })
})

test('[LOG10] an end that is missing is found where it is known how far the log had come', async () => {
  const log = await longLog()
  expect(told(log.slice(0, 3), 3)).toMatch(/^3 events, chain whole/)
  expect(told(log.slice(0, 3), 4)).toBe(
    'the log was cut back: event 4 was written and is not there',
  )
  expect(told([], 16)).toBe('the log was cut back: events 1 to 16 were written and are not there')
})

test('[LOG10] what is no event, or does not agree with what the stream has beside it, is named', async () => {
  const entries = kept(await recordedLog(october))
  const third = present(entries[2])
  const withThird = (by: Partial<Entry>): string =>
    verifyWords(verify(entries.with(2, { ...third, ...by })))
  const words = 'event 3 does not parse: its text is no event any more'
  expect(['', '{', 'null', '{"seq":3}'].map((text) => withThird({ text }))).toEqual(
    [1, 2, 3, 4].map(() => words),
  )
  expect(withThird({ hash: 'f'.repeat(64) })).toMatch(/^event 3 .* does not follow event 2/)
  expect(withThird({ place: 33 })).toMatch(/^event 3 .* is kept under another number/)
})

test('[LOG10] one letter of one event, whichever, is found and its place is named', async () => {
  const entries = kept(await longLog())
  const letters = '0123456789abcdefXYZ"{}[],:.-é '.split('')
  const edit = fc.tuple(fc.nat(entries.length - 1), fc.nat(), fc.constantFrom(...letters))
  fc.assert(
    fc.property(edit, ([which, where, letter]) => {
      const entry = present(entries[which])
      const at = where % entry.text.length
      const text = entry.text.slice(0, at) + letter + entry.text.slice(at + 1)
      // The seventeenth digit of a fraction may be another and the number the same.
      fc.pre(!saysTheSame(text, entry.text))
      expect(verify(entries.with(which, { ...entry, text }))).toMatchObject({ seq: which + 1 })
    }),
    { numRuns: 1500 },
  )
})

const saysTheSame = (one: string, other: string): boolean => {
  try {
    return canonical(JSON.parse(one)) === canonical(JSON.parse(other))
  } catch {
    return false
  }
}
