import type { Board, Seat } from '@night/shared/board'
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

/** How far the figures of a seat have gone, or its winner before them, for whoever may correct or take back. [COR3] */
export const createReach = ({ guard, nights, table, redis, screensOf }: Parts): Router =>
  Router().get(
    '/nights/:night/constituencies/:constituency/reach',
    guard.writer(async (request, response, who) => {
      const id = part(request, 'constituency')
      const night = await nights.find(part(request, 'night'))
      const isOwn = mayDeclare(who, part(request, 'night'), id)
      if (!isOwn) return refuse(response, 'not-allowed', `${who.name} does not declare ${id}.`)
      if (!night) return refuse(response, 'no-such-thing', 'There is no such night.')
      const standing = standingOf(night.board.seatsById[id])
      if (!standing) return refuse(response, 'no-such-thing', `Nothing of ${id} stands.`)
      const open = await nights.findOpen(night.definition.id)
      const about = { constituency: id, revision: standing.revision, standing: standing.seq }
      const alerts = open ? await alertsBecauseOf(redis, open, about) : []
      response.json({
        standing: standing.seq,
        revision: standing.revision,
        consequences: [...saidBecauseOf(night.board, id, table), ...alerts],
        screens: screensOf(night.definition.id),
      })
    }),
  )

/** As it is taken back: a winner without figures is revision 0. */
const standingOf = (seat: Seat | undefined): { seq: number; revision: number } | null => {
  if (seat?.latest) return seat.latest
  return seat?.flash ? { seq: seat.flash.seq, revision: 0 } : null
}

/** All that would go if what stands of this seat were taken back now. */
const saidBecauseOf = (board: Board, id: string, table: Table): Consequence[] => {
  const seat = board.seatsById[id]
  if (!seat) return []
  if (!seat.latest) return consequencesOf(board, seat, { recordChanges: [] })
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
