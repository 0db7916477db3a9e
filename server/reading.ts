import { majorityLines } from '@night/shared/house'
import type { Table } from '@night/shared/records/facts'
import { watchFor } from '@night/shared/records/watch'
import { roundUp } from '@night/shared/round-up'
import { milliseconds } from '@night/shared/time'
import { Router } from 'express'
import { z } from 'zod'
import { sendText } from './compressed.ts'
import type { Guard } from './guard.ts'
import { letComeBack, placeIn, sendLive } from './live-events.ts'
import { boardAt, type Night, summary } from './night.ts'
import type { Nights } from './nights.ts'
import { formWords } from './form-words.ts'
import { refuse } from './problems.ts'
import { boardText, eventText } from './texts.ts'
import { type Asked, withNight } from './with-night.ts'

type Parts = { readonly guard: Guard; readonly nights: Nights; readonly table: Table }

/** Everything that can be read of a night, as it stands or as it stood. [FEED7 FEED8] */
export const createReading = ({ guard, nights, table }: Parts): Router =>
  Router()
    .use('/nights', guard.reader)
    .get(
      '/nights',
      async (_request, response) =>
        void response.json({ nights: (await nights.list()).map(summary) }),
    )
    .get(
      '/nights/:night',
      withNight(nights, (night, { response }) => {
        response.json(wholeNight(night, table))
      }),
    )
    .get('/nights/:night/board', withNight(nights, sendBoard))
    .get(
      '/nights/:night/events',
      withNight(nights, (night, asked) => sendEvents({ guard, nights }, night, asked)),
    )

/** The night with its contests; each that is awaited says what would be a record there. [REC10 HSE2 WRD8] */
export const wholeNight = (night: Night, table: Table) => {
  const { definition, board } = night
  const isAwaited = (id: string): boolean => board.seatsById[id]?.latest === null
  return {
    ...summary(night),
    roundUp: roundUp(board),
    ...(definition.kind === 'general-election' && { majorityLines: majorityLines(board) }),
    contests: definition.contests.map((contest) => ({
      ...contest,
      watch:
        definition.kind === 'by-elections' && isAwaited(contest.constituency.id)
          ? watchFor(contest, definition.date, table)
          : [],
    })),
  }
}

export const BoardQuery = z.strictObject({
  at: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('The board as it stood at this moment of the night’s clock.'),
})

const sendBoard = async (night: Night, { request, response }: Asked): Promise<void> => {
  const query = BoardQuery.safeParse(request.query)
  if (!query.success) return refuse(response, 'does-not-fit', formWords(query.error))
  const { at } = query.data
  const board = at === undefined ? night.board : boardAt(night, milliseconds(at))
  const run = night.run === 1 ? '' : `.${night.run}`
  response.set({ ETag: `"${board.seq}${run}"`, 'Cache-Control': 'no-cache' }).type('json')
  await sendText(request, response, boardText(board))
}

export const EventsQuery = z.strictObject({
  since: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('The seq of the last event that is known already.'),
})

const sendEvents = async (
  { guard, nights }: Omit<Parts, 'table'>,
  night: Night,
  { request, response }: Asked,
): Promise<void> => {
  const query = EventsQuery.safeParse(request.query)
  if (!query.success) return refuse(response, 'does-not-fit', formWords(query.error))
  const { since } = query.data
  const missed = night.events.slice(since)
  response.vary('Accept')
  const form = request.accepts(['application/json', 'application/x-ndjson', 'text/event-stream'])
  if (form === 'text/event-stream') {
    if (request.method === 'HEAD') return void response.type(form).end()
    const last = request.headers['last-event-id']?.toString() ?? ''
    const place = last === '' ? { seq: since, hash: '' } : placeIn(last)
    if (await nights.isBehind(night.definition.id, place)) return letComeBack(response)
    const mayStay = (): Promise<boolean> => guard.mayRead(request)
    sendLive(response, nights, { night, since: place, mayStay })
  } else if (await nights.isBehind(night.definition.id, { seq: since, hash: '' })) {
    // A `seq` before the one that was asked with would send whoever goes on from it back, to hear again what it has.
    refuse(
      response,
      'redis-away',
      'This server has not read the log that far yet. Ask again shortly.',
    )
  } else if (form === 'application/x-ndjson') {
    response.type(form).send(missed.map((event) => `${eventText(event)}\n`).join(''))
  } else {
    const events = missed.map(eventText).join(',')
    response.type('application/json').send(`{"events":[${events}],"seq":${night.board.seq}}`)
  }
}
