import { nightFileText } from '@night/shared/recorded'
import { takeNight } from '@night/worker/import/night-file'
import { sha256 } from '@night/worker/sha256'
import { beforeAll, expect, test } from 'vitest'
import { emptyTable, readTable } from '../../support/almanac.ts'
import {
  definitionOf,
  isResult,
  october,
  recordedLog,
  resultToDeclaration,
} from '../../support/night.ts'

const means = { table: emptyTable, sha256 }
let text: string
let lines: string[]
beforeAll(async () => {
  text = nightFileText(await definitionOf(october), await recordedLog(october), sha256)
  lines = text.split('\n').slice(0, -1)
})

const faultOf = (changed: readonly string[]): string => {
  const taken = takeNight(changed.join('\n'), means)
  return 'fault' in taken ? taken.fault : 'none'
}

test('[RPL7] a night’s file is taken as it is, and given out again byte for byte', async () => {
  const taken = takeNight(text, means)
  if ('fault' in taken) throw new Error(taken.fault)
  expect(taken.log).toEqual(await recordedLog(october))
  expect(nightFileText(taken.definition, taken.log, sha256)).toBe(text)
})

test('[RPL7] what was altered, left out, put in or is no event is named by its line or place, and nothing is taken', () => {
  const [head = '', opened = '', tamworth = '', ...rest] = lines
  expect(
    faultOf([head, opened, tamworth.replace('"votes":11719', '"votes":11791'), ...rest]),
  ).toMatch(/^event 2 \(Tamworth, declared at 2\.45am\) does not follow event 1/)
  expect(faultOf([head, opened, ...rest])).toMatch(/^event 2 is missing/)
  expect(faultOf([head, opened, opened, tamworth, ...rest])).toMatch(/put in/)
  expect(faultOf([head, opened, '{"seq":2}', ...rest])).toMatch(/^line 3: /)
  expect(faultOf([head, opened, tamworth.replaceAll('E14000986', 'E14000001'), ...rest])).toBe(
    'line 3: Tamworth (E14000001) is not contested on this night.',
  )
  expect(faultOf([head, opened.replace('"recorded"', '"live"')])).toMatch(/no recording/)
  expect(faultOf([opened, tamworth])).toMatch(/^line 1: this is no night’s file/)
  expect(faultOf(['hello'])).toMatch(/^line 1/)
})

test('[RPL7] a list of declarations, as any other log can be turned into, becomes the same night', async () => {
  const log = await recordedLog(october)
  const head = { format: 'results-night/declarations-1', definition: await definitionOf(october) }
  const declarations = log.filter(isResult).map(resultToDeclaration)
  const list = [head, ...declarations].map((line) => JSON.stringify(line))
  const taken = takeNight(list.join('\n'), { table: await readTable(), sha256 })
  if ('fault' in taken) throw new Error(taken.fault)
  const said = (events: typeof log) => events.filter(isResult).map(({ words }) => words)
  expect(said([...taken.log])).toEqual(said(log))
  const [first] = declarations
  const wrong = [head, { ...first, valid: 1 }].map((line) => JSON.stringify(line))
  expect(takeNight(wrong.join('\n'), means)).toMatchObject({
    fault: expect.stringMatching(/^Tamworth: /),
  })
})
