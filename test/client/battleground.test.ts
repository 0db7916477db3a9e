import { outcomesOf } from '@night/client/battleground/battle-words'
import { pairOf } from '@night/client/battleground/pair'
import { emptyBoard, foldAll } from '@night/shared/board'
import { battleground } from '@night/shared/tally/battleground'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

const july = '2024-07-04-general-election'
const before = async (night: string) => emptyBoard(await definitionOf(night), 'replay')

test('[GEW10] before the first result who defends most meets who was second to it in most of those seats', async () => {
  const board = await before(october)
  const pair = pairOf(board)
  expect(pair).toEqual({ from: 'con', to: 'lab' })
  const { targets } = battleground(board, { from: 'con', to: 'lab' })
  expect(
    targets.map(({ seat, needed }) => [seat.contest.constituency.name, needed.printed]),
  ).toEqual([
    ['Mid Bedfordshire', '19.1'],
    ['Tamworth', '21.3'],
  ])
  for (const night of [july, '2019-12-12-general-election']) {
    expect(pairOf(await before(night))).toEqual({ from: 'con', to: 'lab' })
  }
  const rutherglen = await before('2023-10-05-rutherglen-and-hamilton-west')
  expect(pairOf(rutherglen)).toEqual({ from: 'snp', to: 'lab' })
})

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
