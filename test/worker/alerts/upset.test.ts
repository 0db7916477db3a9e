import { emptyBoard, fold } from '@night/shared/board'
import { isPerson } from '@night/shared/party'
import { upsetWords } from '@night/worker/alerts/rules/upset'
import { expect, test } from 'vitest'
import { definitionOf, isResult, recordedLog } from '../../support/night.ts'

/** What each upset of a night says, by the name of its seat; and that none is said of a person. */
const upsetsOf = async (night: string): Promise<ReadonlyMap<string, string>> => {
  let board = emptyBoard(await definitionOf(night), 'recorded')
  const upsets = new Map<string, string>()
  for (const event of await recordedLog(night)) {
    const words = isResult(event) ? upsetWords(event, board) : null
    if (isResult(event) && words !== null) {
      const { verdict } = event.result
      expect([verdict.party, verdict.from].filter((one) => one !== null && isPerson(one))).toEqual(
        [],
      )
      upsets.set(event.constituency.name, words)
    }
    board = fold(board, event)
  }
  return upsets
}

test('[ALR7] an upset is measured between parties, and a swing so far that goes the other way says so', async () => {
  const upsets = await upsetsOf('2024-07-04-general-election')
  expect(upsets.get('Leicester East')).toBe(
    'Upset: needed 6.2 points, swing so far 10.4 Con to Lab.',
  )
  for (const name of [
    'Blackburn',
    'Leicester South',
    'Islington North',
    'North Down',
    'Lagan Valley',
  ])
    expect(upsets.get(name)).toBeUndefined()
  expect([...upsets.values()].filter((words) => / swing so far 0\.0/.test(words))).toEqual([])
})

test('[ALR7] of the Speaker’s seat, or from somebody without a party, nothing is an upset', async () => {
  const upsets = await upsetsOf('2019-12-12-general-election')
  for (const name of ['Chorley', 'Buckingham', 'North Down'])
    expect(upsets.get(name)).toBeUndefined()
  expect(upsets.size).toBeGreaterThan(0)
})
