import { isReadable, setName, withRoom } from '@night/client/wall/election/list-names'
import { expect, test } from 'vitest'
import { definitionOf } from '../support/night.ts'

const nights = ['2019-12-12-general-election', '2024-07-04-general-election'] as const

const names = async (): Promise<string[]> =>
  (await Promise.all(nights.map(definitionOf))).flatMap(({ contests }) =>
    contests.map(({ constituency }) => constituency.name),
  )

test('[GEW12] a name that would be too small on one line has two, and says the same', () => {
  expect(setName('Dartford', 6.7).lines).toEqual(['Dartford'])
  expect(setName('Bognor Regis and Littlehampton', 6.7).lines).toEqual([
    'Bognor Regis and',
    'Littlehampton',
  ])
})

test('[GEW12] names of two elections stay whole, and all but three are as large as is meant', async () => {
  const small = new Set<string>()
  for (const name of await names()) {
    const { lines, style } = setName(name, 7.8)
    expect(lines.join(' ')).toBe(name)
    if (Number(style['--scale']) < 0.95) small.add(name)
    expect(isReadable(name, 7.8)).toBe(!small.has(name))
  }
  expect(small).toEqual(
    new Set([
      'Dumfriesshire, Clydesdale and Tweeddale',
      'East Kilbride, Strathaven and Lesmahagow',
      'Inverness, Nairn, Badenoch and Strathspey',
    ]),
  )
})

test('[GEW12] a list is as long as it has room, a name on two lines taking one and a half', () => {
  const long = 'Bognor Regis and Littlehampton'
  const shown = (...all: readonly string[]) =>
    withRoom(
      all.map((name) => ({ name: setName(name, 6.7) })),
      3,
    ).map(({ name }) => name.lines.join(' '))
  expect(shown('Bath', 'Wells', 'Eltham', 'Woking')).toEqual(['Bath', 'Wells', 'Eltham'])
  expect(shown(long, long, 'Bath')).toEqual([long, long])
  expect(shown('Bath', long, 'Wells')).toEqual(['Bath', long])
  expect(shown('Bath', 'Wells', long)).toEqual(['Bath', 'Wells'])
  expect(shown()).toEqual([])
})
