import { type Board, emptyBoard, foldAll } from '@night/shared/board'
import type { ResultEvent } from '@night/shared/event'
import type { Mode } from '@night/shared/night'
import type { Table } from '@night/shared/records/facts'
import type { Release } from '@night/shared/ruling'
import { declare } from '@night/worker/declare'
import { beforeAll, expect, test } from 'vitest'
import { readTable } from '../support/almanac.ts'
import {
  contestOf,
  declarationOf,
  definitionOf,
  isResult,
  october,
  recordedLog,
  tamworth,
  withVotes,
} from '../support/night.ts'
import { present } from '../support/present.ts'
import { saidOf } from '../support/said.ts'

let table: Table
let contest: Awaited<ReturnType<typeof contestOf>>
let right: Awaited<ReturnType<typeof declarationOf>>
let recorded: ResultEvent
let boards: Readonly<Record<Mode, Board>>

beforeAll(async () => {
  table = await readTable()
  contest = await contestOf(october, tamworth)
  right = await declarationOf(october, tamworth)
  recorded = present((await recordedLog(october)).find(isResult))
  const definition = await definitionOf(october)
  const empty = (mode: Mode) => emptyBoard(definition, mode)
  boards = {
    live: empty('live'),
    rehearsal: empty('rehearsal'),
    replay: empty('replay'),
    recorded: empty('recorded'),
  }
})

const publishedAt = '2023-10-20T01:45:03.120Z'
const told = (declaration = right, board = boards.live, released?: Release) =>
  declare({
    submission: {
      kind: 'declaration',
      declaration,
      by: 'officer-1',
      ...(released && { released }),
    },
    contest,
    board,
    table,
    publishedAt,
  })
const published = (...given: Parameters<typeof told>) => {
  const decision = told(...given)
  if (decision.outcome !== 'publish') throw new Error(JSON.stringify(decision))
  return decision.event
}
const heldFor = (...given: Parameters<typeof told>): string[] => {
  const decision = told(...given)
  return decision.outcome === 'held' ? decision.reasons.map(({ code }) => code) : ['published']
}

test('[CHK1] what passes every check is published as it is recorded, under who sent it and when', () => {
  const { seq: _seq, hash: _hash, ...event } = recorded
  expect(published()).toEqual({ ...event, mode: 'live', by: 'officer-1', publishedAt })
  expect(published({ ...right, declaredAt: '2023-10-20T02:45:00+01:00' }).at).toBe(recorded.at)
})

test('[CHK2] what speaks against it is the whole answer, with every reason', () => {
  const wrong = { ...withVotes(right, { 'sarah-edwards': 10_719 }), majority: 1316 }
  expect(heldFor(wrong)).toEqual(['does-not-add-up', 'wrong-majority'])
})

test('[CHK17] what is unlikely goes out once somebody lets it through, with who did, why and over what', () => {
  const unlikely = { ...right, majority: 1361, verified: 25_631 }
  expect(heldFor(unlikely)).toEqual(['wrong-majority', 'verified-not-counted'])
  const release = { by: 'officer-2', reason: 'read out twice' }
  const overruled = ['wrong-majority', 'verified-not-counted']
  expect(published(unlikely, boards.live, release)).toMatchObject({
    released: { ...release, overruled },
  })
  expect(published(right, boards.live, release)).not.toHaveProperty('released')
  const wrong = { ...unlikely, valid: 25_587 }
  expect(heldFor(wrong, boards.live, release)).toContain('does-not-add-up')
  expect(heldFor(wrong, boards.live, release)).not.toContain('wrong-majority')
})

test('[CHK17] what is replayed or recorded was decided on its own night, and a rehearsal is like a live one', () => {
  const unlikely = { ...right, majority: 1361 }
  expect(published(unlikely, boards.replay)).not.toHaveProperty('released')
  expect(published(unlikely, boards.recorded)).not.toHaveProperty('released')
  expect(heldFor(unlikely, boards.rehearsal)).toEqual(['wrong-majority'])
})

test('[FLA4] a winner who was named stands against other figures, overruled by nobody but a night of recordings', () => {
  const named = saidOf(recorded).flash(2)
  const other = withVotes(right, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  const after = (mode: Mode) => foldAll(boards[mode], [{ ...named, mode }])
  const release = { by: 'officer-2', reason: 'read out twice' }
  expect(heldFor(right, after('live'))).toEqual(['published'])
  expect(heldFor(other, after('live'))).toEqual(['another-winner'])
  expect(heldFor(other, after('rehearsal'), release)).toEqual(['another-winner'])
  expect(published(other, after('replay'))).toMatchObject({ result: { verdict: { party: 'con' } } })
  const level = withVotes(right, { 'sarah-edwards': 11_719, 'andy-cooper': 11_719 })
  expect(heldFor({ ...level, valid: 26_902 }, after('live'))).toEqual(['tie-without-lot'])
  const lot = { ...level, valid: 26_902, drawnByLot: 'andy-cooper' }
  expect(heldFor(lot, after('live'))).toEqual(['another-winner'])
})

test('[CHK12] a by-election is asked about as one, and so is a general election', () => {
  const few = { ...withVotes(right, { 'sarah-edwards': 5719, 'andy-cooper': 4403 }), valid: 13_586 }
  const { night, ...board } = boards.live
  expect(heldFor(few, { ...board, night })).toEqual(['turnout-unlike-before'])
  const half = {
    ...withVotes(right, { 'sarah-edwards': 6719, 'andy-cooper': 5403 }),
    valid: 15_586,
  }
  expect(heldFor(half, { ...board, night })).toEqual(['published'])
  expect(heldFor(half, { ...board, night: { ...night, kind: 'general-election' } })).toEqual([
    'turnout-unlike-before',
  ])
})

test('[LOG4] other figures for a seat that stands are a correction of that event, with its reason and what it undoes', () => {
  const standing = foldAll(boards.live, [recorded])
  const other = {
    ...withVotes(right, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 }),
    revision: 2,
  }
  const event = published({ ...other, reason: 'read the wrong way round' }, standing)
  expect(event).toMatchObject({
    kind: 'corrected',
    revision: 2,
    replaces: recorded.seq,
    reason: 'read the wrong way round',
    result: { verdict: { kind: 'hold', party: 'con' } },
  })
  const consequences = event.kind === 'corrected' ? event.consequences : []
  expect(consequences).toContainEqual({ kind: 'line', text: recorded.words.line })
  expect(consequences).toContainEqual({ kind: 'total', text: 'Lab one seat fewer, Con one more' })
})

test('[LOG9] what comes back after it was withdrawn is a correction of the withdrawal', () => {
  const { withdrawn } = saidOf(recorded)
  const gone = foldAll(boards.live, [recorded, withdrawn(9, 1)])
  expect(published({ ...right, revision: 2, reason: 'TEST' }, gone)).toMatchObject({
    kind: 'corrected',
    replaces: 9,
    reason: 'TEST',
    consequences: [],
  })
})

test('[SEC8] a seat that is not of the night is not declared on it', () => {
  expect(heldFor(right, { ...boards.live, seatsById: {} })).toEqual([])
  const nobody = { ...contest, candidates: [] }
  const { submission, ...matter } = {
    submission: { kind: 'declaration', declaration: right, by: 'desk' } as const,
    contest: nobody,
    board: boards.recorded,
    table,
    publishedAt,
  }
  expect(declare({ submission, ...matter }).outcome).toBe('held')
})

test('[CHK2] a declaration without a single valid vote elects nobody, and waits', () => {
  const votes = right.votes.map((row) => ({ ...row, votes: 0 }))
  const nobody = { ...right, votes, valid: 0, drawnByLot: 'sarah-edwards' }
  expect(heldFor(nobody, boards.live, { by: 'officer-2', reason: 'read out twice' })).toEqual([
    'does-not-add-up',
  ])
})
