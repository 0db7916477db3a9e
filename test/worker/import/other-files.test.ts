import { expectedOf } from '@night/worker/import/expected'
import { CandidateRow, PreviousRow, SeatRow, TimeRow } from '@night/worker/import/columns'
import { findingsTable } from '@night/worker/import/finding'
import { importNight } from '@night/worker/import/import-night'
import { knownOf } from '@night/worker/import/known'
import { partyOnBallot } from '@night/worker/import/ballot-party'
import type { Sources } from '@night/worker/import/sources'
import { expect, test } from 'vitest'
import {
  fixture,
  generalElection,
  generalElectionWords,
  made,
  means,
  sinceWords,
  sourcesOf,
} from './fixtures.ts'

const sources = await sourcesOf([
  ...generalElectionWords(generalElection),
  '--expected',
  fixture('ge2019-constituencies'),
])

test('[IMP20] a seat of another code is expected by its name; one that was not there is not', () => {
  const { definition } = made(generalElection, sources)
  expect(
    definition.contests.map(({ constituency, expectedAt }) => [constituency.name, expectedAt]),
  ).toEqual([
    ['Ashfield', '2024-07-05T03:13:00.000Z'],
    ['Mid Buckinghamshire', undefined],
  ])
})

test('[IMP20] a poll that was put off by weeks says nothing of the next one', () => {
  const late = sources.expected.map((row) => ({ ...row, declaredAt: '2020-01-28T03:00:00Z' }))
  const known = knownOf(generalElection.date, { ...sources, expected: late })
  expect(sources.seats.map((seat) => expectedOf(seat, known))).toEqual([null, null])
})

const withoutBaseline = (name: string): Sources => {
  const id = sources.seats.find((seat) => seat.name === name)?.id
  return { ...sources, previous: sources.previous.filter(({ seat }) => seat !== id) }
}

test('[IMP21] a seat without a row in --previous is new: whoever is elected wins it, which is flagged', () => {
  const { definition, log, findings } = made(generalElection, withoutBaseline('Ashfield'))
  expect(findings).toMatchObject([{ weight: 'flagged', seat: 'Ashfield', code: 'no-previous' }])
  expect(definition.contests[0]).toMatchObject({ previous: null, holder: null, heldSince: null })
  expect(log.at(1)).toMatchObject({
    result: { verdict: { kind: 'win', party: 'ruk', from: null }, swing: null, overturned: null },
  })
})

test('[IMP21] where no seat has a baseline, the file is the wrong one', () => {
  const imported = importNight(generalElection, { ...sources, previous: [] }, means)
  expect(imported.outcome).toBe('refused')
  expect(findingsTable(imported.findings)).toMatch(/^refused  every seat +no-previous/)
})

test('[IMP6 IMP7] a general election on the same boundaries finds a seat held by who took it since', () => {
  const id = 'W07000068'
  const standing = [
    ['Con', 'Fay', 'Jones', '21958'],
    ['LD', 'Jane', 'Dodds', '14827'],
  ].map(([party_abbreviation, firstname, surname, votes]) =>
    CandidateRow.parse({ ons_id: id, party_abbreviation, firstname, surname, votes }),
  )
  const brecon = SeatRow.parse({
    ons_id: id,
    constituency_name: 'Brecon and Radnorshire',
    electorate: '55490',
    valid_votes: '36785',
    declared_at: '2019-12-13T03:40:00+00:00',
  })
  const previous = [
    { seat: id, party: 'con', name: '', votes: 20081, notional: false },
    { seat: id, party: 'ld', name: '', votes: 12043, notional: false },
  ]
  const files = { ...sources, seats: [brecon], candidates: standing, previous, expected: [] }
  const { definition, log } = made({ night: 'brecon', date: '2019-12-12' }, files)
  expect(definition.contests[0]).toMatchObject({ holder: 'ld', heldSince: '2019-08-01' })
  expect(log.at(1)).toMatchObject({
    result: {
      verdict: { kind: 'hold', party: 'con' },
      verdicts: { houseBefore: { kind: 'gain', from: 'ld' } },
    },
  })
})

const seat = {
  ons_id: 'E14000608',
  constituency_name: 'Buckingham',
  electorate: '77572',
  valid_votes: '53779',
}

test('[IMP22] a file may be without the columns that a night can do without', () => {
  expect(SeatRow.parse(seat)).toMatchObject({
    name: 'Buckingham',
    region: '',
    rejected: null,
    majority: null,
    date: null,
    cause: null,
    declaredAt: null,
  })
  const cells = { invalid_votes: '[x]', majority: '', declared_at: '[x]' }
  expect(SeatRow.parse({ ...seat, ...cells })).toMatchObject({ rejected: null, declaredAt: null })
  const stood = { ons_id: seat.ons_id, surname: 'Bercow', votes: '34617' }
  expect(CandidateRow.parse({ ...stood, party_name: 'Speaker' })).toMatchObject({
    party: 'spk',
    firstName: '',
  })
  expect(PreviousRow.parse({ ...stood, party_abbreviation: 'Spk' })).toMatchObject({
    party: 'spk',
    notional: false,
  })
})

test.each([
  ['2015-05-08T02:30:00+01:00', '2015-05-08T02:30:00+01:00'],
  ['08/05/2015 02:30', '2015-05-08T01:30:00.000Z'],
  ['2015-05-08 02:30:00', '2015-05-08T01:30:00.000Z'],
  ['13/12/2019 02:30', '2019-12-13T02:30:00.000Z'],
])('[IMP22] a time told by London’s clocks is understood: %s', (told, moment) => {
  expect(SeatRow.parse({ ...seat, declared_at: '', declared_at_raw: told }).declaredAt).toBe(moment)
})

test('[IMP22] what is not a time is refused, not guessed', () => {
  expect(SeatRow.safeParse({ ...seat, declared_at: 'half past two' }).success).toBe(false)
  expect(SeatRow.safeParse({ ...seat, declared_at: '08/05/2015 25:30' }).success).toBe(false)
})

test.each([
  ['UKIP', 'UK Independence Party', 'ukip'],
  ['BNP', 'British National Party', 'bnp'],
  ['Res', 'Respect Party', 'res'],
  ['Lab Coop', 'Labour and Co-operative', 'lab'],
  ['Lab Co-op', '', 'lab'],
  ['Spk', 'Speaker', 'spk'],
  ['UCUNF', 'Ulster Conservatives and Unionists - New Force', 'uup'],
  ['Alliance', 'Alliance', 'apni'],
  ['BRX', 'The Brexit Party', 'brx'],
  ['', 'Labour and Co-operative', 'lab'],
  ['', 'UK Independence Party', 'ukip'],
  ['', 'Sinn Féin', 'sf'],
  ['', 'Pirate Party UK', 'pirate-party-uk'],
  ['CF', 'Communist Future', 'cf'],
  ['CF', 'Cumbria First', 'cumbria-first'],
  ['', 'Independent', 'ind'],
  ['', '', 'ind'],
])('[IMP22] the party abbreviated “%s” and named “%s” is %s', (abbreviation, name, id) => {
  expect(partyOnBallot(abbreviation, name)).toBe(id)
})

test('[IMP22] times gathered for a general election are read like those of by-elections', () => {
  const gathered = { constituency_name: 'Ashfield', best_declared_at: '2024-07-05T02:19:00+01:00' }
  const row = TimeRow.parse(gathered)
  const seats = sources.seats.map((one) => ({ ...one, declaredAt: null }))
  const { log, findings } = made(generalElection, { ...sources, seats, times: [row] })
  expect(log.filter(({ kind }) => kind === 'declared').map(({ at }) => at)).toEqual([
    '2024-07-05T01:19:00.000Z',
  ])
  expect(findings.map(({ code, seat }) => [code, seat])).toEqual([
    ['looks-swapped', 'Ashfield'],
    ['no-time', 'Mid Buckinghamshire'],
  ])
})

test('[IMP23] Sheffield Brightside 2016 is refused: 14,987 is one digit from 14,087, which adds up', async () => {
  const wanted = { night: 'sheffield', date: '2016-05-05' }
  const read = await sourcesOf(sinceWords(wanted, 'arbroath-2024-candidates'))
  const previous = [{ seat: 'E14000921', party: 'lab', name: '', votes: 22663, notional: false }]
  const imported = importNight(wanted, { ...read, previous }, means)
  expect(imported.outcome).toBe('refused')
  const [finding] = imported.findings
  expect(finding).toMatchObject({
    seat: 'Sheffield, Brightside and Hillsborough',
    weight: 'refused',
    code: 'does-not-add-up',
  })
  expect(finding?.words).toMatch(/add up to 900 more .* 14,087 for Gill Furniss instead of 14,987/)
})

test('[IMP23] Arbroath 2026 is flagged: a majority of 5,178 that is 5,278 by the votes, and that is used', async () => {
  const wanted = { night: 'arbroath', date: '2026-06-18' }
  const read = await sourcesOf(sinceWords(wanted, 'arbroath-2024-candidates'))
  const time = {
    name: 'Arbroath and Broughty Ferry',
    date: wanted.date,
    declaredAt: '2026-06-19T02:00:00+01:00',
  }
  const { log, findings } = made(wanted, { ...read, times: [time] })
  expect(findings.map(({ code, words }) => [code, words])).toEqual([
    ['wrong-majority', 'The file says a majority of 5,178; by the votes it is 5,278.'],
  ])
  expect(log.at(1)).toMatchObject({ result: { majority: { votes: 5278 } } })
})
