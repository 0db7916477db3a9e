import { scorePicture } from '@night/client/overlay/score/picture'
import type { Scene } from '@night/client/overlay/scene'
import { strapPicture } from '@night/client/overlay/strap/picture'
import { strap } from '@night/client/overlay/strap/strap'
import { tickerPicture } from '@night/client/overlay/ticker/picture'
import { type Board, emptyBoard, fold, foldAll } from '@night/shared/board'
import type { FlashEvent, WithdrawnEvent } from '@night/shared/event'
import { expect, test } from 'vitest'
import { definitionOf, isResult, october, recordedLog, tamworth } from '../support/night.ts'
import { present } from '../support/present.ts'

const july = '2024-07-04-general-election'
const camborne = 'E14001148'
const sceneOf = (board: Board, more: Partial<Scene> = {}): Scene => ({
  board,
  mark: null,
  seat: null,
  turn: 0,
  ...more,
})

/** A night as it stood at this time. */
const boardAt = async (night: string, time: string): Promise<Board> => {
  const log = await recordedLog(night)
  return foldAll(
    emptyBoard(await definitionOf(night), 'live'),
    log.filter(({ at }) => at <= time),
  )
}
const atTwentyToFive = await boardAt(july, '2024-07-05T03:40:30.000Z')
const octoberNight = await boardAt(october, '2023-10-20T23:00:00.000Z')
const tamworthResult = present(octoberNight.seatsById[tamworth]?.latest)
const { night, mode, at, publishedAt, hash, constituency, by } = tamworthResult
const said = { night, mode, at, publishedAt, hash, constituency, by }

test('[OVL5] the strap at 4.40am is the greatest news of that minute', () => {
  expect(strapPicture(sceneOf(atTwentyToFive))).toMatchObject({
    name: 'Camborne and Redruth',
    person: 'Perran Moon',
    verdict: { kind: 'gain', party: 'lab', from: 'con' },
    figures: [
      { label: 'Majority', value: '7,806' },
      { label: 'Swing Con to Lab', value: '17.7' },
    ],
    foot: 'Overturns a majority of 9,848',
    when: 'Declared 4.40am',
  })
})

test('[OVL6] the weightiest record is the strap’s fact', () => {
  expect(strapPicture(sceneOf(octoberNight, { seat: tamworth }))?.foot).toBe(
    'Second-highest by-election swing to Labour since 1945',
  )
})

test('[OVL6 WALL17] a correction is the last word, says why, and when it was made', () => {
  const event = {
    ...tamworthResult,
    kind: 'corrected' as const,
    seq: octoberNight.seq + 1,
    publishedAt: '2023-10-20T02:40:00.000Z',
    revision: 2,
    replaces: tamworthResult.seq,
    reason: 'Two bundles were counted twice',
    consequences: [],
  }
  const picture = present(strapPicture(sceneOf(fold(octoberNight, event))))
  expect(picture).toMatchObject({
    seat: tamworth,
    kind: 'corrected',
    foot: 'Two bundles were counted twice',
    when: 'Corrected 3.40am',
  })
})

test('[OVL6] a flash has a winner and no figures', async () => {
  const empty = emptyBoard(await definitionOf(october), 'live')
  const flash: FlashEvent = {
    ...said,
    seq: 1,
    kind: 'flash',
    winner: { candidate: 'sarah-edwards', name: 'Sarah Edwards', party: 'lab' },
    verdict: { kind: 'gain', from: 'con' },
    words: { time: '2.45am', line: '2.45am Tamworth: LAB GAIN from CON' },
  }
  expect(strapPicture(sceneOf(fold(empty, flash)))).toMatchObject({
    person: 'Sarah Edwards',
    note: 'Figures to follow',
    figures: [],
    when: 'Called 2.45am',
  })
})

test('[OVL6] what does not stand has no party’s colour, and says what it was', async () => {
  const empty = emptyBoard(await definitionOf(october), 'live')
  const withdrawn = (revision: number): WithdrawnEvent => ({
    ...said,
    kind: 'withdrawn',
    seq: octoberNight.seq + 1,
    revision,
    replaces: tamworthResult.seq,
    reason: 'Read out for another seat',
    consequences: [],
    recordChanges: [],
  })
  const after = (board: Board, revision: number) =>
    strapPicture(sceneOf(fold(board, withdrawn(revision))))
  const foot = 'Read out for another seat'
  const of = (what: string) => ({
    verdict: null,
    lines: [what, 'withdrawn'],
    person: `No ${what} stands`,
    foot,
  })
  expect(after(octoberNight, 1)).toMatchObject(of('result'))
  expect(after(empty, 0)).toMatchObject(of('winner'))
})

test('[OVL7] the score at 4.40am', () => {
  const score = present(scorePicture(sceneOf(atTwentyToFive)))
  expect(score.declared).toBe('400 of 650 declared')
  expect(score.rows.slice(0, 3)).toEqual([
    { party: 'lab', seats: 290, net: '+131' },
    { party: 'con', seats: 54, net: '−144' },
    { party: 'ld', seats: 34, net: '+29' },
  ])
  expect(score.line).toMatchObject({ words: 'Labour needs 36 more for a majority', party: 'lab' })
})

test('[OVL7] every seat that has declared is somebody’s, and by-elections have no line', () => {
  const { rows, others } = present(scorePicture(sceneOf(atTwentyToFive)))
  expect([...rows, ...others].reduce((sum, { seats }) => sum + seats, 0)).toBe(400)
  expect(scorePicture(sceneOf(octoberNight))?.line).toBe(null)
})

test('[OVL8] the operator’s seat comes before the news, and next() goes one declaration back', async () => {
  expect(strapPicture(sceneOf(atTwentyToFive, { seat: camborne }))?.seat).toBe(camborne)
  expect(strapPicture(sceneOf(octoberNight))?.name).toBe('Mid Bedfordshire')
  expect(strapPicture(sceneOf(octoberNight, { turn: 1 }))?.name).toBe('Tamworth')
  expect((await recordedLog(october)).filter(isResult)).toHaveLength(2)
})

test('[OVL9] the ticker goes round the twelve latest results', () => {
  const names = Array.from(
    { length: 13 },
    (_, turn) => tickerPicture(sceneOf(atTwentyToFive, { turn }))?.line.name,
  )
  expect(new Set(names).size).toBe(12)
  expect(names[12]).toBe(names[0])
})

test('[OVL10] a strap is left long enough to be read, unless it is no longer true', () => {
  const keeps = present(strap.keeps)
  const [one, other] = [
    present(strapPicture(sceneOf(octoberNight))),
    present(strapPicture(sceneOf(octoberNight, { turn: 1 }))),
  ]
  expect(keeps(one, other)).toBe(5000)
  expect(keeps(one, { ...one, kind: 'corrected' })).toBe(0)
  for (const kind of ['corrected', 'withdrawn', 'flash'] as const)
    expect(keeps(one, { ...other, kind })).toBe(0)
})

test('[OVL1] before the first result there is nothing to draw', async () => {
  const scene = sceneOf(emptyBoard(await definitionOf(july), 'live'))
  expect([strapPicture(scene), scorePicture(scene), tickerPicture(scene)]).toEqual([
    null,
    null,
    null,
  ])
})
