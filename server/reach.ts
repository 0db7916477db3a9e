import type { Board } from '@night/shared/board'
import { consequencesOf } from '@night/shared/consequences'
import type { Consequence } from '@night/shared/event'
import type { Table } from '@night/shared/records/facts'
import { standingAfter } from '@night/shared/records/standing'
import { Router } from 'express'
import type { Redis } from 'ioredis'
import { alertsBecauseOf } from './alerts/told.ts'
import { type Guard, mayDeclare, part } from './guard.ts'
import type { Nights } from './nights.ts'
import { refuse } from './problems.ts'

type Parts = {
  readonly guard: Guard
  readonly nights: Nights
  readonly table: Table
  readonly redis: Redis
  /** Screens that follow a night on this server. */
  readonly screensOf: (night: string) => number
}

/** How far the figures of a seat have gone, for whoever may correct them or take them back. [COR3] */
export const createReach = ({ guard, nights, table, redis, screensOf }: Parts): Router =>
  Router().get(
    '/nights/:night/constituencies/:constituency/reach',
    guard.writer(async (request, response, who) => {
      const id = part(request, 'constituency')
      const night = await nights.find(part(request, 'night'))
      const isOwn = mayDeclare(who, part(request, 'night'), id)
      if (!isOwn) return refuse(response, 'not-allowed', `${who.name} does not declare ${id}.`)
      const latest = night?.board.seatsById[id]?.latest
      if (!night) return refuse(response, 'no-such-thing', 'There is no such night.')
      if (!latest) return refuse(response, 'no-such-thing', `No figures of ${id} stand.`)
      const open = await nights.findOpen(night.definition.id)
      const about = { constituency: id, revision: latest.revision }
      const alerts = open ? await alertsBecauseOf(redis, open, about) : []
      response.json({
        standing: latest.seq,
        revision: latest.revision,
        consequences: [...saidBecauseOf(night.board, id, table), ...alerts],
        screens: screensOf(night.definition.id),
      })
    }),
  )

/** All that would go if the figures of this seat were taken back now. */
const saidBecauseOf = (board: Board, id: string, table: Table): Consequence[] => {
  const seat = board.seatsById[id]
  if (!seat?.latest) return []
  const { night, mode, at, publishedAt, constituency, revision, by, seq: replaces } = seat.latest
  const head = { night, mode, at, publishedAt, constituency, revision, by, replaces }
  const gone = {
    ...head,
    kind: 'withdrawn' as const,
    seq: board.seq + 1,
    hash: '',
    reason: '',
    consequences: [],
    recordChanges: [],
  }
  return consequencesOf(board, seat, standingAfter(board, gone, table))
}
