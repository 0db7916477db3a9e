import { isKnownParty } from '@night/shared/party'
import { parseLog, parseNight } from '@night/shared/recorded'
import { expect, test } from 'vitest'
import { contestIn, dataText } from './fixtures.ts'

const nights = await Promise.all(
  ['2019-12-12', '2024-07-04'].map(async (date) => {
    const { contests } = parseNight(await dataText(`nights/${date}-general-election/night.json`))
    return { year: date.slice(0, 4), contests }
  }),
)
const contestsOf = (year: string) => nights.find((night) => night.year === year)?.contests ?? []

test('[IMP34] every party of a notional table has the id that its candidates had', () => {
  const stoodThen = new Set(
    contestsOf('2019').flatMap(({ candidates }) => candidates.map(({ party }) => party)),
  )
  const wasCalled = new Map([
    ['ruk', 'brx'],
    ['sg', 'ypp'],
  ])
  const votes = contestsOf('2024').flatMap(({ previous }) => previous?.votes ?? [])
  expect(votes.length).toBeGreaterThan(3000)
  expect(votes.filter(({ party }) => !stoodThen.has(wasCalled.get(party) ?? party))).toEqual([])
})

test('[IMP34] the change of a party that a notional table calls otherwise is the source’s own', async () => {
  const log = parseLog(await dataText('nights/2024-07-04-general-election/log.ndjson'))
  const changeOf = (seat: string, party: string) => {
    const event = log.find((one) => one.kind === 'declared' && one.constituency.name === seat)
    if (event?.kind !== 'declared') throw new Error(`${seat} was not declared`)
    return event.result.candidates.find((one) => one.party === party)?.change
  }
  expect(changeOf('Cambridge', 'rbd')).toBeCloseTo(0.004948, 5)
  expect(changeOf('Epping Forest', 'sg')).toBeCloseTo(0.010003, 5)
  expect(changeOf('Folkestone and Hythe', 'spgb')).toBeCloseTo(0.000101, 5)
  expect(changeOf('Holborn and St Pancras', 'sep')).toBeCloseTo(0.00075, 5)
  expect(changeOf('Leeds North East', 'ags')).toBeCloseTo(0.002249, 5)
  expect(changeOf('Lewisham East', 'sg')).toBeCloseTo(0.001295, 5)
  expect(changeOf('Lewisham North', 'ags')).toBeCloseTo(0.001291, 5)
  expect(changeOf('St Ives', 'cp')).toBeCloseTo(-0.000557, 5)
})

test.each(nights)('[IMP34] a baseline of $year names whoever has no row of its own', (night) => {
  const votes = night.contests.flatMap(({ previous }) => previous?.votes ?? [])
  expect(votes.filter(({ party, name }) => isKnownParty(party) === (name !== undefined))).toEqual(
    [],
  )
})

test('[IMP34] the Communities United Party of West Ham is named', () => {
  const { previous } = contestIn(contestsOf('2024'), 'West Ham and Beckton')
  expect(previous?.votes.find(({ party }) => party === 'cmu')).toMatchObject({
    name: 'Communities United Party',
  })
})
