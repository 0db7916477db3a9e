import type { FlashCall, NoteCall, StatusCall } from '@night/shared/desk'
import type { StatusEvent } from '@night/shared/event'
import { digitalTime, instant } from '@night/shared/time'

/** What is to be sent, or what is missing for it and in which field. */
export type Written<Call> =
  | { readonly ok: true; readonly call: Call }
  | { readonly ok: false; readonly field: string; readonly words: string }

const minute = 60_000
/** A time that is written means the one nearest ahead, or one that has passed by less than this. */
const hoursBack = 3

/** The instant at which London's clocks show "02:45", from three hours before `now` on; null where it is no time. */
export const comingInstant = (time: string, now: number): string | null => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  const from = Math.floor(now / minute) * minute - hoursBack * 60 * minute
  // A day may have twenty-five hours.
  for (let at = from; at < from + 25 * 60 * minute; at += minute)
    if (digitalTime(at) === time) return instant(at)
  return null
}

export type Form = Pick<FormData, 'get'>

/** What is written in a field; nothing where there is none. */
export const text = (form: Form, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

const perhaps = (form: Form, name: string): string | null => text(form, name) || null

const noSeat = { ok: false, field: 'constituency', words: 'Choose a constituency.' } as const

const countStates: readonly StatusEvent['status'][] = [
  'counting',
  'recount',
  'expected',
  'imminent',
  'adjourned',
]

/** How a count goes; "expected" needs a time. */
export const statusIn = (form: Form, now: number): Written<StatusCall> => {
  const constituency = text(form, 'constituency')
  if (constituency === '') return noSeat
  const status = countStates.find((state) => state === text(form, 'status'))
  if (!status) return { ok: false, field: 'status', words: 'Choose how the count goes.' }
  const time = text(form, 'expectedAt')
  if (time === '' && status === 'expected')
    return { ok: false, field: 'expectedAt', words: 'Say when it is expected.' }
  const expectedAt = time === '' ? null : comingInstant(time, now)
  if (time !== '' && expectedAt === null)
    return { ok: false, field: 'expectedAt', words: 'Write the time as 02:45.' }
  return { ok: true, call: { constituency, status, expectedAt, text: perhaps(form, 'text') } }
}

export const noteIn = (form: Form): Written<NoteCall> => {
  const said = text(form, 'text')
  if (said === '') return { ok: false, field: 'text', words: 'Write what was said.' }
  return {
    ok: true,
    call: {
      constituency: perhaps(form, 'constituency'),
      text: said,
      speaker: perhaps(form, 'speaker'),
      role: perhaps(form, 'role'),
      source: perhaps(form, 'source'),
    },
  }
}

export const flashIn = (form: Form): Written<FlashCall> => {
  const constituency = text(form, 'constituency')
  if (constituency === '') return noSeat
  const candidate = text(form, 'candidate')
  return candidate === ''
    ? { ok: false, field: 'candidate', words: 'Choose who has won.' }
    : { ok: true, call: { constituency, candidate } }
}

/** Why something is done, in words: never without. */
export const reasonIn = (form: Form): Written<string> => {
  const reason = text(form, 'reason')
  return reason === ''
    ? { ok: false, field: 'reason', words: 'Say why, in words: it stands in the log.' }
    : { ok: true, call: reason }
}
