import { chaptersOf } from '@night/client/replay/chapters'
import { tapeAsKnown } from '@night/client/replay/tape'
import { clockTime } from '@night/shared/time'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog, rutherglen } from '../support/night.ts'
import { octoberPutRight } from '../support/put-right.ts'

const chapters = async (night: string): Promise<string[]> => {
  const [definition, events] = [await definitionOf(night), await recordedLog(night)]
  const tape = tapeAsKnown({ events, pollsClose: definition.pollsClose })
  return chaptersOf(tape, definition, true).map(({ time, words }) => `${clockTime(time)} ${words}`)
}

test('[RPY5] a night of by-elections has its polls, its first, its first gain and its last', async () => {
  expect(await chapters(october)).toEqual([
    '10.00pm Polls close',
    '2.45am First declaration, first gain: Tamworth',
    '3.20am Last declaration: Mid Bedfordshire',
  ])
  expect(await chapters(rutherglen)).toEqual([
    '10.00pm Polls close',
    '1.30am First declaration, first gain, last declaration: Rutherglen and Hamilton West',
  ])
})

test('[RPY5] a general election has hundreds, the line, a few key seats and the largest swing', async () => {
  const told = await chapters('2024-07-04-general-election')
  for (const chapter of [
    '10.00pm Polls close',
    '11.17pm First declaration: Houghton and Sunderland South',
    '12.17am First gain: Swindon South',
    '2.31am The Speaker’s seat: Chorley',
    '3.36am Largest swing: Clacton',
    '4.40am 400 declared: Sheffield Heeley',
    '5.00am Labour at 326, a majority: Blaenau Gwent and Rhymney',
    '6.00pm Last declaration: Inverness, Skye and West Ross-shire',
  ])
    expect(told).toContain(chapter)
  expect(told.length).toBeLessThan(20)
  expect((await chapters('2019-12-12-general-election')).length).toBeLessThan(20)
})

test('[RPY5] the largest swing is the largest that stands, from when it was known', async () => {
  const { events, definition } = await octoberPutRight('corrected')
  const general = { ...definition, kind: 'general-election' } as const
  const tape = tapeAsKnown({ events, pollsClose: definition.pollsClose })
  const chapter = chaptersOf(tape, general, true).find(({ short }) => short === 'Swing')
  expect(chapter?.words).toBe('Largest swing: Tamworth')
  expect(tape.entries[(chapter?.count ?? 0) - 1]?.event.kind).toBe('corrected')
})

test('[RPY5] a night of which nothing was said has its polls', async () => {
  const [definition, [opened]] = [await definitionOf(october), await recordedLog(october)]
  const tape = tapeAsKnown({ events: opened ? [opened] : [], pollsClose: definition.pollsClose })
  expect(chaptersOf(tape, definition, true).map(({ words }) => words)).toEqual(['Polls close'])
})
