import type { AlertMessage, AlertState } from '@night/shared/alert/message'
import { AlertRules } from '@night/shared/alert/rules'
import { type Board, emptyBoard, fold } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { type Collected, nothingCollected } from '@night/worker/alerts/rules/collected'
import { correctionOf } from '@night/worker/alerts/rules/correction'
import { beginsWithOne, touchedBy, type Touched } from '@night/worker/alerts/touched'
import { flush, match } from '@night/worker/alerts/rules/match'
import type { Matched, MatchedEvent, Moment, NewRow } from '@night/worker/alerts/rules/matched'
import { newsOf } from '@night/worker/alerts/rules/news'
import type { z } from 'zod'

type Heard = {
  /** What went out, in order. */
  readonly sent: readonly AlertMessage[]
  /** Every row of the outbox. */
  readonly rows: readonly NewRow[]
}

/** With the rows of the outbox that its event may touch. */
export type Asked = Moment & Touched

/** A night as all devices' rules see it, event by event; `wall` says what the wall's clock shows at an event. */
export const momentsOf = (
  definition: NightDefinition,
  events: readonly NightEvent[],
  wall: (event: NightEvent) => string = ({ publishedAt }) => publishedAt,
): Asked[] => {
  let board: Board = emptyBoard(definition, 'live')
  return events.map((recorded) => {
    const event: NightEvent = { ...recorded, mode: 'live' }
    const before = board
    board = fold(before, event)
    const news = newsOf(event, before, board)
    const correction = correctionOf(event, before)
    const touched = touchedBy(event, news, before)
    return { event, news, correction, ...touched, now: { at: event.at, wall: wall(event) } }
  })
}

type Rules = z.input<typeof AlertRules>

/** What one device hears of a night by its rules, which may change on the way, without Redis; what is collected goes out when it is due. */
export const alertedBy = (
  moments: readonly Asked[],
  rules: Rules | ((moment: Asked) => Rules),
): Heard => {
  const rows: NewRow[] = []
  const told = new Map<string, AlertState>()
  let collected: Collected = nothingCollected
  const take = (matched: Matched & Partial<MatchedEvent>): void => {
    collected = matched.collected
    for (const id of matched.unsaid ?? []) {
      told.delete(id)
      const place = rows.findIndex(({ message }) => message.id === id)
      if (place !== -1) rows.splice(place, 1)
    }
    // As the outbox takes them: an id once.
    const fresh = matched.rows.filter(({ message }) => !told.has(message.id))
    rows.push(...fresh)
    for (const { message, state } of fresh) {
      told.set(message.id, state === 'queued' ? 'sent' : state)
    }
  }
  for (const moment of moments) {
    const asked = typeof rules === 'function' ? rules(moment) : rules
    const subscription = { rules: AlertRules.parse(asked) }
    take(flush({ collected, subscription }, { at: '', wall: moment.now.wall }))
    take(match({ subscription, collected, told: ofThis(told, moment) }, moment))
  }
  return {
    rows,
    sent: rows.filter(({ state }) => state === 'queued').map(({ message }) => message),
  }
}

/** As the outbox is asked: the rows that this event may touch. */
const ofThis = (
  told: ReadonlyMap<string, AlertState>,
  { ids, beginnings }: Asked,
): Map<string, AlertState> =>
  new Map([...told].filter(([id]) => ids.includes(id) || beginsWithOne(id, beginnings)))
