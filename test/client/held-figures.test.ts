import { figuresBeside, totalsBeside } from '@night/client/held/figures'
import { expect, test } from 'vitest'
import { contestOf, declarationOf, october, tamworth, withVotes } from '../support/night.ts'

const contest = await contestOf(october, tamworth)
const declaration = await declarationOf(october, tamworth)
const beside = { contest, latest: null }

test('[HLD5] figures stand beside the party’s of last time, most votes first', () => {
  const [first, second] = figuresBeside(declaration, beside)
  expect(first).toEqual({
    name: 'Sarah Edwards',
    party: 'lab',
    now: { votes: 11_719, share: '45.8' },
    before: { votes: 10_908, share: '23.7' },
    change: '+22.1',
    standing: null,
  })
  expect(second).toMatchObject({ party: 'con', change: '−25.7' })
})

test('[HLD5] a person has no last time, a new party is new, and who was left out or never stood says so', () => {
  const rows = figuresBeside(declaration, beside)
  expect(rows.filter(({ party }) => party === 'ind').map(({ change }) => change)).not.toContain(
    'new',
  )
  expect(rows.find(({ party }) => party === 'ruk')).toMatchObject({ before: null, change: 'new' })
  const votes = [
    { candidate: 'nobody', votes: 12 },
    ...declaration.votes.filter(({ candidate }) => candidate !== 'sarah-edwards'),
  ]
  const odd = figuresBeside({ ...declaration, votes }, beside)
  expect(odd.find(({ name }) => name === 'nobody')).toMatchObject({ party: null, before: null })
  expect(odd.at(-1)).toMatchObject({ name: 'Sarah Edwards', now: null, change: '' })
})

test('[HLD5] what was read out stands under what the figures come to, where the two are apart', () => {
  const right = totalsBeside({ ...declaration, majority: 1316 }, beside)
  expect(right.filter(({ isWrong }) => isWrong)).toEqual([])
  expect(right[0]).toMatchObject({ now: 1316, before: 19_634 })
  const misread = totalsBeside({ ...declaration, majority: 1361 }, beside)
  expect(misread.filter(({ isWrong }) => isWrong)).toMatchObject([
    { what: 'Majority, as read out', now: 1361 },
  ])
  const mistyped = withVotes(declaration, { 'sarah-edwards': 10_719 })
  expect(totalsBeside(mistyped, beside).filter(({ isWrong }) => isWrong)).toMatchObject([
    { what: 'The votes come to', now: declaration.valid - 1000 },
  ])
})

test('[HLD5] figures without a single vote are shown too', () => {
  const none = { ...declaration, votes: [], valid: 0 }
  expect(figuresBeside(none, beside)).toHaveLength(contest.candidates.length)
  expect(totalsBeside(none, beside)[0]).toMatchObject({ now: 0 })
})
