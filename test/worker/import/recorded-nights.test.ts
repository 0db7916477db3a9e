import { emptyHead, follows } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import { parseLog, parseNight } from '@night/shared/recorded'
import { logText, nightText } from '@night/worker/import/folder'
import { sha256 } from '@night/worker/sha256'
import { describe, expect, test } from 'vitest'
import {
  byElectionWords,
  dataText,
  made,
  rutherglenNight,
  sourcesOf,
  tamworthNight,
} from './fixtures.ts'

const read = (night: string, file: string): Promise<string> => dataText(`nights/${night}/${file}`)
const logOf = async (night: string): Promise<NightEvent[]> =>
  parseLog(await read(night, 'log.ndjson'))

const declarationIn = async (night: string, seat: string) => {
  const event = (await logOf(night)).find(
    (event) => event.kind === 'declared' && event.constituency.name === seat,
  )
  if (event?.kind !== 'declared') throw new Error(`${seat} was not declared`)
  return event
}

const nights = [tamworthNight, rutherglenNight]

test.each([
  {
    seat: 'Tamworth',
    night: tamworthNight.night,
    from: 'con',
    majority: 1316,
    overturned: 19634,
    swing: '23.9',
    time: '2.45am',
  },
  {
    seat: 'Mid Bedfordshire',
    night: tamworthNight.night,
    from: 'con',
    majority: 1192,
    overturned: 24664,
    swing: '20.5',
    time: '3.20am',
  },
  {
    seat: 'Rutherglen and Hamilton West',
    night: rutherglenNight.night,
    from: 'snp',
    majority: 9446,
    overturned: 5230,
    swing: '20.4',
    time: '1.30am',
  },
])('[IMP1] $seat is a gain by Labour, with its majority, swing and time', async (row) => {
  const { result, words, by } = await declarationIn(row.night, row.seat)
  expect(result).toMatchObject({
    verdict: { kind: 'gain', party: 'lab', from: row.from, against: '2019 general election' },
    majority: { votes: row.majority },
    overturned: { votes: row.overturned },
    swing: { from: row.from, to: 'lab', printed: row.swing },
  })
  expect([words.time, by]).toEqual([row.time, 'recording'])
})

test('[IMP1] Tamworth’s swing is 23.887 points before it is rounded', async () => {
  const { result } = await declarationIn(tamworthNight.night, 'Tamworth')
  expect(result.swing?.points).toBeCloseTo(23.887, 3)
})

describe.each(nights)('$night', ({ night, date }) => {
  test('[IMP2] its files parse, and each event follows the one before', async () => {
    const definition = parseNight(await read(night, 'night.json'))
    expect(definition).toMatchObject({ id: night, date, kind: 'by-elections' })
    const log = await logOf(night)
    const links = log.map((event, place) => follows(log[place - 1] ?? emptyHead, event, sha256))
    expect(links).toEqual(log.map(() => true))
  })

  test('[IMP3] it opens when the polls close and closes a minute after the last declaration', async () => {
    const log = await logOf(night)
    expect(log.map(({ mode }) => mode)).toEqual(log.map(() => 'recorded'))
    expect(log.at(0)).toMatchObject({ kind: 'opened', at: `${date}T21:00:00.000Z`, run: 1 })
    expect(log.at(-1)?.kind).toBe('closed')
    expect(Date.parse(log.at(-1)?.at ?? '') - Date.parse(log.at(-2)?.at ?? '')).toBe(60_000)
  })

  test('[IMP4] imported again it is the same to the letter, one contest a line', async () => {
    const { definition, log } = made(
      { night, date },
      await sourcesOf(byElectionWords({ night, date })),
    )
    expect(nightText(definition)).toBe(await read(night, 'night.json'))
    expect(logText(log)).toBe(await read(night, 'log.ndjson'))
    const lines = nightText(definition).trimEnd().split('\n')
    expect(lines).toHaveLength(definition.contests.length + 2)
  })
})
