import type { NightEvent } from '@night/shared/event'
import { type Follow, isFollowed } from '@night/shared/follow'
import { timeline } from '@night/worker/replay/timeline'
import { beforeAll, expect, test } from 'vitest'
import { emptyTable } from '../support/almanac.ts'
import { definitionOf, midBedfordshire, october, recordedLog, tamworth } from '../support/night.ts'
import { present } from '../support/present.ts'
import { declarationsIn, tell, turned } from '../support/told.ts'

let events: NightEvent[]
const regions: Record<string, string> = {
  [tamworth]: 'West Midlands',
  [midBedfordshire]: 'East of England',
}

beforeAll(async () => {
  const submissions = timeline(await recordedLog(october), 1).map(({ submission }) => submission)
  const wrong = turned(present(declarationsIn(submissions)[0]), 2)
  events = tell(await definitionOf(october), emptyTable, [
    ...submissions.slice(0, 3),
    wrong,
    ...submissions.slice(3),
  ]).events
})

const heard = (follow: Follow): string[] =>
  events
    .filter((event) => isFollowed(follow, event, (id) => regions[id] ?? ''))
    .map(({ kind, seq }) => `${seq} ${kind}`)

test('[FEED14] a follower hears its constituencies, regions and kinds, and a night’s beginning and end', () => {
  expect(heard({})).toEqual(['1 opened', '2 declared', '3 declared', '4 corrected', '5 closed'])
  // The correction of Tamworth takes the double from Mid Bedfordshire too.
  expect(heard({ constituencies: [midBedfordshire] })).toEqual([
    '1 opened',
    '3 declared',
    '4 corrected',
    '5 closed',
  ])
  expect(heard({ regions: ['West Midlands'] })).toEqual([
    '1 opened',
    '2 declared',
    '4 corrected',
    '5 closed',
  ])
  expect(heard({ kinds: ['corrected'] })).toEqual(['1 opened', '4 corrected', '5 closed'])
  expect(heard({ constituencies: ['E14000001'] })).toEqual(['1 opened', '5 closed'])
})

test('[FEED14] by party and by gain it hears declarations, and every correction, which may take one back', () => {
  expect(heard({ parties: ['lab'] })).toEqual([
    '1 opened',
    '2 declared',
    '3 declared',
    '4 corrected',
    '5 closed',
  ])
  expect(heard({ parties: ['snp'] })).toEqual(['1 opened', '4 corrected', '5 closed'])
  expect(heard({ gainsOnly: true, constituencies: [tamworth] })).toEqual([
    '1 opened',
    '2 declared',
    '4 corrected',
    '5 closed',
  ])
})
