import type { AlertMessage, AlertState } from '@night/shared/alert/message'
import type { Collected } from './collected.ts'
import { backWinner } from './correction.ts'
import { neverCame } from './heard.ts'
import type { Device, Matched, Moment } from './matched.ts'

/** What may have been said of the seat, or waits to be sent. Of a milestone nothing is put right here. */
const ofSeat = (device: Device, { event, news }: Moment): [string, AlertState][] => {
  const ofNoSeat = new Set(news.flatMap(({ seat, message }) => (seat ? [] : [message.id])))
  const said = [...device.told].filter(
    ([id, state]) => !neverCame.has(state) && !ofNoSeat.has(id) && !id.startsWith('milestone-'),
  )
  if (event.kind !== 'withdrawn' || event.revision > 0) return said
  // Whoever heard that a winner does not stand was told the next one by another id, or not at all.
  const withdrawn = backWinner(event.constituency.id)
  const isTakenBack = said.some(
    ([id]) => id.startsWith(withdrawn) && id !== `${withdrawn}${event.replaces}`,
  )
  const first = `flash-${event.constituency.id}`
  return said.filter(([id]) => id.startsWith(first) && !(isTakenBack && id === first))
}

/** What is wrong now and may be taken back, since nobody has begun to send it. [ALR11] */
export const neverBegun = (device: Device, moment: Moment): string[] => {
  const { correction } = moment
  if (!correction) return []
  const { pending } = device.collected
  const wrong = ofSeat(device, moment).flatMap(([id]) =>
    pending.some((one) => one.id === id) ? [] : id,
  )
  const isAllWaiting = wrong.every((id) => device.waiting?.has(id))
  return isAllWaiting ? wrong.filter((id) => id !== correction.id) : []
}

/**
 * A later word on a seat of which this device has heard: a correction where it was told otherwise, the same alert
 * updated in place where figures follow a winner. Null where it has heard nothing. [ALR11 ALR12]
 */
export const putRight = (device: Device, moment: Moment): Matched | null => {
  const { collected, told, waiting } = device
  const tag = moment.correction?.tag ?? moment.news.find(({ seat }) => seat)?.message.tag
  const heard = ofSeat(device, moment).filter(([id]) => !moment.correction || !waiting?.has(id))
  const isPending = collected.pending.some((one) => one.tag === tag)
  if (heard.length === 0 || isPending) return null
  if (moment.correction) return goesNow(collected, told, moment.correction)
  const figures = moment.news.find(({ message }) => message.kind === 'result')?.message
  // Of two the later, since the first was taken back.
  const flash = heard.findLast(([id]) => id.startsWith('flash-'))
  if (!figures || !flash) return null
  // A winner that went out in a digest is told; the same with figures is no news, and is put right like it.
  if (flash[1] === 'collected')
    return { collected, rows: [{ message: figures, state: 'collected' }] }
  return goesNow(collected, told, { ...figures, update: true })
}

const goesNow = (collected: Collected, told: Device['told'], message: AlertMessage): Matched => ({
  collected,
  rows: told.has(message.id) ? [] : [{ message, state: 'queued' }],
})
