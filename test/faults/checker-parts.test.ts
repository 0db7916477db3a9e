import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyBoard, foldAll } from '@night/shared/board'
import { expect, test } from 'vitest'
import { definitionOf, recordedLog } from '../support/night.ts'
import { root } from '../support/root.ts'
import { check } from './checker.ts'
import { exercised } from './exercised.ts'
import { submitLine } from './good-door.ts'
import { bounds, tell } from './good-history.ts'
import { recordedNight } from './good-night.ts'
import { as, chainedAnew, shownOn } from './good-told.ts'
import { run } from './good-lines.ts'
import { type HistoryLine, historyText, parseHistory } from './history.ts'
import { noteAfter } from './mutations/of-the-log.ts'
import { standing, totalsAfter, totalsAlong } from './own-fold.ts'
import { isResult } from './reading.ts'

const folder = join(root, 'test', 'faults')
const recorded = await recordedNight()
const live = as(recorded, 'test-live', 'live')
const plan = {
  live,
  rehearsal: as(recorded, 'test-rehearsal', 'rehearsal'),
  sent: live.log,
  seed: 3,
}
const parsed = (lines: readonly HistoryLine[]) => parseHistory(historyText(lines))

test('[FLT3] a run in which nothing was killed, nothing met, nothing stalled or nobody came back has proved nothing, and says so', () => {
  const lines = parsed(tell(plan))
  expect(exercised(lines)).toMatchObject({ kills: 1, conflicts: 1, stalled: 1, missing: [] })
  const without = (...kinds: string[]) => lines.filter(({ kind }) => !kinds.includes(kind))
  expect(exercised(without('fault-start')).missing).toEqual(['Nothing was killed.'])
  expect(exercised(without('stalled')).missing).toEqual(['No job stalled.'])
  expect(exercised(without('conflict')).missing).toEqual([
    'No two wanted the same place of the log.',
  ])
  expect(exercised(without('reconnect')).missing).toEqual(['No client had to come back.'])
  expect(exercised([]).missing).toHaveLength(4)
  expect(exercised(without('reconnect'), ['kills']).missing).toEqual([])
})

test('[FLT3] what was paused or cut off was not killed; a power cut kills', () => {
  const fault = (kind: 'pause' | 'half-open' | 'power-cut') =>
    parsed([{ ...run(1), kind: 'fault-start', fault: kind, of: 'redis' }])
  expect(exercised(fault('pause')).kills).toBe(0)
  expect(exercised(fault('half-open')).kills).toBe(0)
  expect(exercised(fault('power-cut')).kills).toBe(1)
  expect(exercised(fault('power-cut'), ['cuts'])).toMatchObject({ cuts: 1, missing: [] })
  expect(exercised(fault('pause'), ['cuts', 'refusals', 'resets']).missing).toEqual([
    'The power was never cut.',
    'Nobody was turned away.',
    'No client was told to start afresh.',
  ])
})

test('[FLT3] an alert that came a second time is counted, and not one that another device has', () => {
  const own = { ...run(1), night: 'test-live', kind: 'alert', tag: 'seat', seq: 2 } as const
  const first = { ...own, id: 'one', device: 'phone-1' }
  const others = [first, { ...first, device: 'phone-2' }, { ...first, id: 'two' }]
  expect(exercised(parsed(others), ['resent'])).toMatchObject({
    resent: 0,
    missing: ['No alert came a second time.'],
  })
  expect(exercised(parsed([...others, first]), ['resent'])).toMatchObject({
    resent: 1,
    missing: [],
  })
})

test('[FLT3] somebody who was turned away, and a client that was told to start afresh, are counted', () => {
  const own = { ...run(1), night: 'test-live' } as const
  const seen = { ...own, kind: 'reset', client: 'screen', seq: 0, hash: '' } as const
  const lines = parsed([
    { ...own, kind: 'turned-away', id: 'one', code: 'disk-full' },
    { ...seen, afresh: false },
    { ...seen, afresh: true },
    { ...seen, afresh: true },
  ])
  expect(exercised(lines)).toMatchObject({ refusals: 1, resets: 2 })
})

test('[FLT4] a line of the history that cannot be read is named', () => {
  const [first = '', second = ''] = historyText(tell(plan)).split('\n')
  expect(parseHistory(`${first}\n\n${second}\n`).map(({ at }) => at)).toEqual([1, 3])
  expect(() => parseHistory(`${first}\n${second.slice(0, 20)}`)).toThrow(/^Line 2 of the history/)
  expect(() => parseHistory(`${first}\n\n{"t":1,"pid":1,"role":"run","kind":"slept"}`)).toThrow(
    /^Line 3 of the history cannot be read: .*kind/s,
  )
})

test('[FLT5] the second count of a general election is the one that screens show', async () => {
  const election = '2019-12-12-general-election'
  const log = await recordedLog(election)
  const board = foldAll(emptyBoard(await definitionOf(election), 'recorded'), log)
  const own = totalsAfter(log)
  const votes = [...own.votes].map(([party, count]) => [party, Number(count)])
  const { seats, votes: shown } = shownOn(board)
  expect(Object.fromEntries(votes)).toEqual(shown)
  expect(Object.fromEntries(own.seats)).toEqual(
    Object.fromEntries(Object.entries(seats).filter(([, count]) => count > 0)),
  )
})

test('[FLT5] the second count is the same in whatever order distinct seats came', () => {
  const ofSeats = live.log.filter((event) => isResult(event) || event.kind === 'withdrawn')
  const bySeat = ofSeats.toSorted((a, b) => (a.constituency.id < b.constituency.id ? 1 : -1))
  expect(bySeat).not.toEqual(ofSeats)
  expect(totalsAfter(bySeat)).toEqual(totalsAlong(live.log).at(-1))
  expect(standing(bySeat)).toEqual(standing(live.log))
})

test('[FLT6] a log that was put back on purpose begins anew for those who are told so, and for nobody else', () => {
  const kept = live.log.slice(0, -1)
  const [head, last] = [kept.at(-1), live.log.at(-1)]
  if (!head || !last) throw new Error('the night has no end')
  const put = chainedAnew([...kept, noteAfter(head), last])
  const before = tell(plan)
  const t = Math.max(...before.map((line) => line.t)) + 10
  const night = live.definition.id
  const content = { kind: 'note', constituency: null, text: 'TEST made up' } as const
  const sent = { ...content, speaker: null, role: null, source: null }
  const toldAnew = (withReset: boolean): HistoryLine[] =>
    [1, 2, 3].flatMap((place): HistoryLine[] => {
      const seen = { ...run(t), night, client: `live-screen-${place}` }
      const reset = { ...seen, kind: 'reset', seq: head.seq, hash: head.hash } as const
      const rest = put
        .slice(kept.length)
        .map(({ seq, hash }) => ({ ...seen, kind: 'recv', seq, hash }) as const)
      return withReset ? [reset, ...rest] : rest
    })
  const after = (withReset: boolean): HistoryLine[] => [
    ...before,
    { ...run(t), kind: 'fault-start', fault: 'rollback', of: 'redis' },
    { ...run(t), kind: 'fault-end', fault: 'rollback', of: 'redis' },
    submitLine({ night, id: 'anew', t }, sent),
    { ...run(t), kind: 'ack', night, id: 'anew' },
    ...toldAnew(withReset),
    { ...run(t + 1), kind: 'final', night, mode: 'live', events: put, waiting: 0 },
  ]
  expect(check(parsed(after(true)), bounds)).toEqual([])
  const broken = check(parsed(after(false)), bounds).map(({ invariant }) => invariant)
  expect(new Set(broken)).toEqual(new Set(['I3', 'I4']))
})

test('[FLT7] the checker has nothing of the house but the forms of its events', async () => {
  const names = await readdir(join(folder, 'invariants'))
  const own = ['checker', 'exercised', 'reading', 'submissions', 'own-chain', 'own-fold', 'content']
  const files = [
    ...names.map((name) => join('invariants', name)),
    ...[...own, 'history', 'by'].map((name) => `${name}.ts`),
  ]
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  const imports = texts.flatMap((text) => [...text.matchAll(/from '([^']+)'/g)])
  const foreign = new Set(
    imports
      .map(([, name]) => name ?? '')
      .filter((name) => !/^(\.\.?\/[\w-]+|node:crypto|zod)/.test(name)),
  )
  expect([...foreign].toSorted()).toEqual([
    '@night/shared/declaration',
    '@night/shared/event',
    '@night/shared/night',
  ])
})
