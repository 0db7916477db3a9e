import type { AlertMessage } from '@night/shared/alert/message'
import { sendReceipt } from './receipt.ts'
import { readAlert } from './read-alert.ts'
import { scope, tellPages } from './scope.ts'
import { arrive } from './standing.ts'
import { keepStanding, readStanding } from './standing-store.ts'

/** As browsers take it, which is more than the types know. */
type Options = NotificationOptions & { readonly renotify: boolean; readonly timestamp?: number }

const pictures = { icon: '/my/icon-192.png', badge: '/my/badge-96.png', lang: 'en-GB' }

/** How an alert is shown. A browser refuses what is silent and notifies again. [ALR60 ALR63] */
const optionsOf = (alert: AlertMessage, isQuiet: boolean): Options => {
  const { body, tag, path, id, seq, kind, at } = alert
  return {
    ...pictures,
    body,
    tag,
    data: { path, id, seq },
    silent: isQuiet,
    renotify: !isQuiet,
    requireInteraction: kind === 'correction',
    timestamp: Date.parse(at),
  }
}

/** Shows what a push carries, whatever it carries, then says so to the server and to open pages. [ALR61 ALR62 ALR64] */
export const showPush = async (text: string | undefined): Promise<void> => {
  const message = readAlert(text)
  if (message === null) return showUnread()
  const { show, isQuiet, standing } = arrive(await readStanding(message), message)
  await scope.registration.showNotification(show.title, optionsOf(show, isQuiet))
  await keepStanding(standing)
  await Promise.all([sendReceipt(message), tellPages('alerted')])
}

const showUnread = (): Promise<void> =>
  scope.registration.showNotification('News of the night', {
    ...pictures,
    body: 'Open your seats to read it.',
    tag: 'news',
    data: { path: '/my' },
  })
