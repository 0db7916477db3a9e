import { scorePicture } from '@night/client/overlay/score/picture'
import { scaleOf, scoreOf } from '@night/client/wall/election/scoreboard-rows'
import { type Board, emptyBoard, foldAll } from '@night/shared/board'
import { signed } from '@night/shared/tally/figure'
import { declaredIn } from '@night/shared/tally/seats'
import { milestones } from '@night/shared/tally/milestones'
import { expect, test } from 'vitest'
import { definitionOf, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

const night2019 = '2019-12-12-general-election'
const night2024 = '2024-07-04-general-election'

const boardOf = async (night: string, until = '9'): Promise<Board> =>
  foldAll(
    emptyBoard(await definitionOf(night), 'recorded'),
    (await recordedLog(night)).filter(({ at }) => at <= until),
  )

test('[GEW1] six parties with most seats have a row, persons none, and the rest one together', async () => {
  const { rows, others } = scoreOf(await boardOf(night2024), false)
  expect(rows.map(({ party }) => party)).toEqual(['lab', 'con', 'ld', 'snp', 'sf', 'ruk'])
  expect(rows[0]).toEqual({ party: 'lab', seats: 411, net: '+211', share: '33.7', change: '+1.6' })
  expect(rows[1]).toMatchObject({ net: '−251', change: '−19.9' })
  // DUP 5, Greens 4, Plaid 4, SDLP 2, Alliance, UUP and TUV 1, six Independents and the Speaker.
  expect(others).toEqual({ seats: 25, net: '+10', share: '12.8' })
})

test.each([night2019, night2024])(
  '[GEW1] at any time of %s all seats are in a row, and what is gained is lost',
  async (night) => {
    const whole = await boardOf(night)
    const times = (await recordedLog(night))
      .filter((_, place) => place % 100 === 7)
      .map(({ at }) => at)
    for (const at of times) {
      const board = await boardOf(night, at)
      const { rows, others } = scoreOf(board, false)
      const all = [...rows, ...(others ? [others] : [])]
      const net = all.map((one) => Number(one.net?.replace('−', '-').replace('±', '')))
      expect(all.reduce((sum, { seats }) => sum + seats, 0)).toBe(declaredIn(board).length)
      expect(net.reduce((sum, one) => sum + one, 0)).toBe(0)
    }
    const { rows, others } = scoreOf(
      { ...whole, ...emptyBoard(await definitionOf(night), 'live') },
      true,
    )
    expect(rows.reduce((sum, { seats }) => sum + seats, others?.seats ?? 0)).toBe(650)
  },
)

test('[GEW1] the line to a majority stands at three quarters until a party needs more', () => {
  const row = { party: 'lab', seats: 411, net: null, share: null, change: null }
  expect(326 / scaleOf([row], 326)).toBeCloseTo(0.76, 2)
  expect(scaleOf([{ ...row, seats: 500 }], 326)).toBe(500)
})

test('[GEW3] before the first declaration the parties have what they defend', async () => {
  const board = emptyBoard(await definitionOf(night2024), 'live')
  expect(scoreOf(board, true).rows[0]).toEqual({
    party: 'con',
    seats: 372,
    net: null,
    share: null,
    change: null,
  })
})

test('[TAL17] what did not change has one sign, on the wall and on air', async () => {
  const board = await boardOf(night2019)
  const { rows } = scoreOf(board, false)
  expect(rows.map(({ party, net }) => `${party} ${net}`)).toContain('sf ±0')
  const live: Board = { ...board, night: { ...board.night, mode: 'live' } }
  const score = scorePicture({ board: live, mark: null, seat: null, turn: 0 })
  expect(score?.rows.map(({ party, net }) => `${party} ${net}`)).toContain('sf ±0')
  expect(['0.0', '0', '−0.3', '2.1'].map(signed)).toEqual(['±0.0', '±0', '−0.3', '+2.1'])
})

test('[TAL13] the score on air says the time at which the wall has a majority passed, though figures were put right later', async () => {
  const board = await boardOf(night2024)
  const { contest, latest, ...seat } = present(milestones(board).passed).by
  const corrected = { ...seat, contest, latest: { ...latest, at: '2024-07-05T09:12:00.000Z' } }
  const live: Board = {
    ...board,
    night: { ...board.night, mode: 'live' },
    seatsById: { ...board.seatsById, [contest.constituency.id]: corrected },
  }
  const score = scorePicture({ board: live, mark: null, seat: null, turn: 0 })
  expect(score?.line?.words).toBe('Labour passed 326 at 5.00am')
})
