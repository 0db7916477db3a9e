import { outcomesOf } from '@night/client/battleground/battle-words'
import { emptyBoard, foldAll } from '@night/shared/board'
import { battleground } from '@night/shared/tally/battleground'
import { expect, test } from 'vitest'
import { definitionOf, recordedLog } from '../support/night.ts'

const july = '2024-07-04-general-election'
const before = async (night: string) => emptyBoard(await definitionOf(night), 'replay')

test('[GEW10] who took how many of the targets is told in words, the most first, five by name', async () => {
  const empty = await before(july)
  const wordsAfter = async (count: number) => {
    const board = foldAll(empty, (await recordedLog(july)).slice(0, count))
    const { targets } = battleground(board, { from: 'con', to: 'lab' })
    return outcomesOf(targets).map(({ words }) => words)
  }
  expect(await wordsAfter(0)).toEqual(['372 to come'])
  expect(await wordsAfter(1000)).toEqual([
    'Lab took 182',
    'Con held 120',
    'Lib Dem took 60',
    'Reform took 5',
    'Plaid took 2',
    'others took 3',
  ])
})
