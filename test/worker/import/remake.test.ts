import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseLog, parseNight } from '@night/shared/recorded'
import { logText } from '@night/worker/import/folder'
import { submissionsIn } from '@night/worker/import/heard'
import { record } from '@night/worker/import/recording'
import { remake } from '@night/worker/import/remake'
import { timeline } from '@night/worker/replay/timeline'
import { beforeAll, describe, expect, test } from 'vitest'
import { dataText, means, tamworthNight } from './fixtures.ts'

const nights = await readdir(fileURLToPath(new URL('../../../data/nights', import.meta.url)))
const logOf = (night: string) => dataText(`nights/${night}/log.ndjson`)
const definitionOf = async (night: string) =>
  parseNight(await dataText(`nights/${night}/night.json`))

describe.each(nights)('%s', (night) => {
  test('[IMP24] made again from its own log it is the same to the letter', async () => {
    const text = await logOf(night)
    const remade = remake(await definitionOf(night), text, means)
    if (remade.outcome === 'refused') throw new Error(JSON.stringify(remade.findings))
    expect(logText(remade.log) === text).toBe(true)
  })

  test('[IMP24] what is read out of a log is what a replay sends in', async () => {
    const text = await logOf(night)
    const cues = timeline(parseLog(text), 1)
    expect(submissionsIn(text)).toEqual(cues.map(({ submission }) => submission))
  })
})

let october: string
beforeAll(async () => {
  october = await logOf(tamworthNight.night)
})
const definition = await definitionOf(tamworthNight.night)

test('[IMP24] a log whose events have another form by now is made again all the same', () => {
  const lines = october.trimEnd().split('\n')
  const older = lines.map((line) => ({
    ...JSON.parse(line),
    words: 'Tamworth',
    records: undefined,
  }))
  const text = older.map((event) => JSON.stringify(event)).join('\n')
  const { log, held } = record(definition, submissionsIn(text), means)
  expect(held).toEqual([])
  expect(logText(log)).toBe(october)
})

test('[IMP24] a log that was edited is refused, and the event is named', () => {
  expect(remake(definition, october.replace('"votes":11719', '"votes":11718'), means)).toEqual({
    outcome: 'refused',
    findings: [
      {
        weight: 'refused',
        seat: tamworthNight.night,
        code: 'broken-chain',
        words:
          'Event 2 does not follow the one before it: the log was edited. Import the night again.',
      },
    ],
  })
})

test('[IMP24] a correction is made again as one, with its reason', () => {
  const submissions = submissionsIn(october)
  const [, tamworth] = submissions
  if (tamworth?.kind !== 'declaration') throw new Error('no declaration')
  const { declaration } = tamworth
  const votes = declaration.votes.map((row) => ({ ...row, votes: row.votes + 1 }))
  const corrected = {
    ...tamworth,
    declaration: {
      ...declaration,
      votes,
      valid: declaration.valid + votes.length,
      revision: 2,
      reason: 'Counted again.',
    },
  }
  const first = record(definition, [...submissions.slice(0, 3), corrected], means)
  expect(first.held).toEqual([])
  expect(first.log.at(-1)).toMatchObject({ kind: 'corrected', reason: 'Counted again.' })
  const remade = remake(definition, logText(first.log), means)
  expect(remade).toEqual({ outcome: 'made', log: first.log })
})

test('[IMP24] a declaration that would be held back today is refused, and told', () => {
  const smaller = definition.contests.map((contest) => ({
    ...contest,
    candidates: contest.candidates.filter(({ id }) => id !== 'sarah-edwards'),
  }))
  const remade = remake({ ...definition, contests: smaller }, october, means)
  expect(remade).toMatchObject({
    outcome: 'refused',
    findings: [{ seat: 'Tamworth', code: 'not-on-the-ballot' }],
  })
})

test('[IMP24 RPL6] who let a declaration through, and over what, is in the log that is made again, and in a replay', () => {
  const submissions = submissionsIn(october)
  const [opening, tamworth] = submissions
  if (!opening || tamworth?.kind !== 'declaration') throw new Error('no declaration')
  const misread = {
    ...tamworth,
    declaration: { ...tamworth.declaration, majority: 1361 },
    released: { by: 'officer-2', reason: 'Read out twice.' },
  }
  const { log } = record(definition, [opening, misread], means)
  const released = { by: 'officer-2', reason: 'Read out twice.', overruled: ['wrong-majority'] }
  expect(log.at(-1)).toMatchObject({ kind: 'declared', released })
  expect(remake(definition, logText(log), means)).toEqual({ outcome: 'made', log })
  const cues = timeline(log, 1).map(({ submission }) => submission)
  expect(logText(record(definition, cues, means).log)).toBe(logText(log))
})
