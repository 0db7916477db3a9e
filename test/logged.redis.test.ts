import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openHouse } from './support/house.ts'
import { declarationOf, october, tamworth, withVotes } from './support/night.ts'
import { until } from './support/until.ts'

test('[OBS8] what became of a declaration is one line with its night, its constituency and its place in the log', async () => {
  const all: { readonly msg?: string; readonly night?: string }[] = []
  const log = pino({ level: 'info' }, { write: (line) => void all.push(JSON.parse(line)) })
  const { desk } = await openHouse({}, log)
  const night = await desk.open(october)
  const right = await declarationOf(october, tamworth)
  await desk.declare(night, withVotes(right, { 'sarah-edwards': 10_719 }))
  await desk.declare(night, right)
  // The Redis of this place has other tests' nights too, and what a worker says of those.
  const lines = await until('both are decided', () => {
    const some = all.filter(({ msg, night: of }) => of === night && msg?.startsWith('declaration '))
    return some.length >= 3 && some
  })
  expect(lines).toMatchObject([
    { msg: 'declaration published', night, constituency: null, seq: 1 },
    { msg: 'declaration held', night, constituency: tamworth, codes: ['does-not-add-up'] },
    {
      msg: 'declaration published',
      night,
      constituency: tamworth,
      seq: 2,
      took: { decide: expect.any(Number), append: expect.any(Number) },
    },
  ])
})
