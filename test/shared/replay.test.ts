import { changed, positionAt, type Replay } from '@night/shared/replay'
import { instant, milliseconds } from '@night/shared/time'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const replay: Replay = {
  id: 'test',
  of: 'a-night',
  night: 'a-night-replay-test',
  run: 1,
  from: '2023-10-20T01:00:00.000Z',
  to: '2023-10-20T03:00:00.000Z',
  speed: 60,
  playing: true,
  position: '2023-10-20T01:00:00.000Z',
  setAt: '2026-01-01T00:00:00.000Z',
  controller: null,
}
const start = milliseconds(replay.setAt)
const shown = (one: Replay, seconds: number) =>
  instant(positionAt(one, start + seconds * 1000)).slice(11, 19)

test('[RPL2] the clock of the night runs at its speed, stands while paused, and stops at the end', () => {
  expect(shown(replay, 0)).toBe('01:00:00')
  expect(shown(replay, 30)).toBe('01:30:00')
  expect(shown({ ...replay, playing: false }, 30)).toBe('01:00:00')
  expect(shown(replay, 1000)).toBe('03:00:00')
  expect(shown({ ...replay, speed: 'max' }, 0)).toBe('03:00:00')
})

test('[RPL2] a change of speed or a pause keeps the place', () => {
  const change = fc.record({ speed: fc.integer({ min: 1, max: 300 }), playing: fc.boolean() })
  fc.assert(
    fc.property(fc.nat(7200), change, (seconds, wanted) => {
      const now = start + seconds * 1000
      const after = changed(replay, wanted, now)
      expect(positionAt(after, now)).toBe(positionAt(replay, now))
      expect(after.run).toBe(1)
    }),
  )
})

test('[RPL4] going back begins a new run, going on does not, and neither leaves the recording', () => {
  const now = start + 30_000
  expect(changed(replay, { position: '2023-10-20T01:29:59Z' }, now)).toMatchObject({ run: 2 })
  expect(changed(replay, { position: '2023-10-20T02:30:00+01:00' }, now)).toMatchObject({ run: 1 })
  expect(changed(replay, { position: '2023-10-21T00:00:00Z' }, now).position).toBe(replay.to)
  expect(changed(replay, { position: '2023-10-19T00:00:00Z' }, now)).toMatchObject({
    position: replay.from,
    run: 2,
  })
})
