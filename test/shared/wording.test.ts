import type { ResultEvent } from '@night/shared/event'
import { lint } from '@night/shared/wording'
import { timeline } from '@night/worker/replay/timeline'
import { expect, test } from 'vitest'
import { readTable } from '../support/almanac.ts'
import { definitionOf, isResult, october, recordedLog, rutherglen } from '../support/night.ts'
import { tell } from '../support/told.ts'

test.each([
  ['the biggest swing to Labour ever', 'ever-without-a-table'],
  [
    'largest majority overturned by Labour at a by-election since 1931, at 5 votes',
    'since-before-the-table',
  ],
  ['largest majority overturned by Labour since 1945', 'majority-without-kind'],
  ['a swing of 23.9% from Con to Lab', 'swing-in-per-cent'],
  ['second-biggest swing since the war', 'swing-without-direction'],
  ['LAB GAIN Tamworth', 'gain-without-from'],
])('[WRD6] “%s” is not said: %s', (text, fault) => {
  expect(lint(text)).toContain(fault)
})

test.each([
  ['second-highest by-election swing to Labour since 1945'],
  ['second-highest by-election swing to the Liberal Democrats since 2009'],
  ['held by the Conservatives since 1931'],
  ['2.45am Tamworth: LAB GAIN from CON, majority 1,316, overturning 19,634, swing 23.9'],
  ['CON HOLD Uxbridge. Maj 495. Swing 6.7 pts Con to Lab. Turnout 46.2%.'],
  ['largest majority overturned at a by-election since 1945, at 24,664 votes'],
])('[WRD6] “%s” may be said', (text) => {
  expect(lint(text)).toEqual([])
})

test('[WRD6] every line of the recorded by-election nights may be said', async () => {
  const table = await readTable()
  for (const night of [october, rutherglen]) {
    const submissions = timeline(await recordedLog(night), 1).map(({ submission }) => submission)
    const { events } = tell(await definitionOf(night), table, submissions)
    const said = events
      .filter(isResult)
      .flatMap(({ words, records }) => [
        words.line,
        words.snap,
        words.headline,
        words.story,
        ...records.map(({ text }) => text),
      ])
    expect(said.length).toBeGreaterThan(5)
    expect(said.filter((text) => lint(text).length > 0)).toEqual([])
  }
})

test('[WRD7] a story has two paragraphs, and every number in it is a field of the event', async () => {
  const table = await readTable()
  const submissions = timeline(await recordedLog(october), 1).map(({ submission }) => submission)
  const { events } = tell(await definitionOf(october), table, submissions)
  for (const event of events.filter(isResult)) {
    expect(event.words.story.split('\n\n')).toHaveLength(2)
    const known = numbersOf(event)
    const inStory = [...event.words.story.matchAll(/\d[\d,]*(?:\.\d)?/g)].map(([text]) =>
      text.replaceAll(',', ''),
    )
    expect(inStory.filter((number) => !known.has(number))).toEqual([])
  }
})

/** Every number of a value as it may be printed: whole, with one decimal, as a percentage; and those within texts. */
const numbersOf = (event: ResultEvent): Set<string> => {
  const found = new Set<string>()
  const visit = (inner: unknown, key: string): void => {
    if (key === 'words') return
    if (typeof inner === 'number') {
      for (const form of [
        String(inner),
        Math.abs(inner).toFixed(1),
        (Math.abs(inner) * 100).toFixed(1),
      ])
        found.add(form)
    } else if (typeof inner === 'string') {
      for (const [text] of inner.matchAll(/\d[\d,]*(?:\.\d)?/g)) found.add(text.replaceAll(',', ''))
    } else if (Array.isArray(inner)) {
      found.add(String(inner.length))
      for (const one of inner) visit(one, '')
    } else if (inner !== null && typeof inner === 'object') {
      for (const [name, one] of Object.entries(inner)) visit(one, name)
    }
  }
  visit(event, '')
  const lost = event.result.candidates.filter(({ deposit }) => deposit === 'lost')
  return found.add(String(lost.length))
}
