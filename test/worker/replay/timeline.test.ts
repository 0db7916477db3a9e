import { NightEvent } from '@night/shared/event'
import { submissionId } from '@night/shared/submission'
import { timeline } from '@night/worker/replay/timeline'
import { sha256 } from '@night/worker/sha256'
import { expect, test } from 'vitest'

const seat = { id: 'E14000986', name: 'Tamworth' }
const at = '2023-10-20T01:00:00.000Z'
const head = { night: 'some-night', mode: 'recorded', at, publishedAt: at, hash: 'a'.repeat(64) }
const flash = {
  ...head,
  kind: 'flash',
  constituency: seat,
  winner: { candidate: 'sarah-edwards', name: 'Sarah Edwards', party: 'lab' },
  verdict: { kind: 'gain', from: 'con' },
  words: { time: '2.00am', line: '2.00am Tamworth: LAB GAIN from CON (figures to follow)' },
  by: 'desk',
}
const withdrawn = {
  ...head,
  kind: 'withdrawn',
  constituency: seat,
  revision: 0,
  reason: 'Called too early',
  consequences: [],
  recordChanges: [],
  by: 'desk',
}

test('[FLA3 RPL1] a winner said twice, and withdrawn twice, is so in a replay too, and the same in every one', () => {
  const events = [
    { ...flash, seq: 1 },
    { ...withdrawn, seq: 2, replaces: 1 },
    { ...flash, seq: 3 },
    { ...withdrawn, seq: 4, replaces: 3 },
  ].map((event) => NightEvent.parse(event))
  const night = { id: 'a-replay', mode: 'replay', run: 1, openedAt: at } as const
  const ids = () => timeline(events, 1).map((cue) => submissionId(night, cue.submission, sha256))
  expect(new Set(ids()).size).toBe(4)
  expect(ids()).toEqual(ids())
})
