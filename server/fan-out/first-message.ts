import type { Handshake } from '@night/shared/protocol'
import type { NightEvent } from '@night/shared/event'
import { followed } from '../followers.ts'
import { missed, type Night } from '../night.ts'
import { boardText, eventText } from '../texts.ts'
import { createParcel, type Parcel } from './parcel.ts'

/** How many different ones are kept of a night: after a restart nearly all screens stand at the same few places. */
const mostKept = 8

/** What screens are sent first, by the board at which their night stands: made once for all that ask the same. */
const made = new WeakMap<Night['board'], Map<string, Parcel>>()

const once = ({ board }: Night, asked: string, json: () => string): Parcel => {
  const parcels = made.get(board) ?? new Map<string, Parcel>()
  made.set(board, parcels)
  const known = parcels.get(asked)
  if (known) return known
  const parcel = createParcel('night', json())
  const [oldest] = parcels.keys()
  if (oldest !== undefined && parcels.size >= mostKept) parcels.delete(oldest)
  parcels.set(asked, parcel)
  return parcel
}

/** The whole board; with `reset`, in place of a history that is not this log's. */
export const wholeNight = (night: Night, reset = false): Parcel =>
  once(night, reset ? 'reset' : 'whole', () => {
    const { definition, board } = night
    const mark = reset ? ',"reset":true' : ''
    return `{"night":"${definition.id}","board":${boardText(board)},"seq":${board.seq}${mark}}`
  })

/** What a screen that comes is sent first: exactly what it missed, or the whole board. [FEED1 FEED3 FEED4] */
export const firstMessage = (night: Night, { since, follow }: Handshake): First => {
  if (!since) return { parcel: wholeNight(night), isReset: false }
  const events = missed(night, since)
  if (events === null) return { parcel: wholeNight(night, true), isReset: true }
  const parcel = follow
    ? createParcel(
        'night',
        caughtUp(
          night,
          events.filter((one) => followed(night, follow, one)),
        ),
      )
    : once(night, `since ${since.seq}`, () => caughtUp(night, events))
  return { parcel, isReset: false }
}
type First = { readonly parcel: Parcel; readonly isReset: boolean }

const caughtUp = ({ definition, board }: Night, events: readonly NightEvent[]): string =>
  `{"night":"${definition.id}","events":[${events.map(eventText).join(',')}],"seq":${board.seq},"hash":"${board.hash}"}`
