import { openAlert } from './open.ts'
import { renewSubscriptions } from './renew.ts'
import { scope } from './scope.ts'
import { showPush } from './show.ts'

/** The last push that came: the next waits for it, since both look at what stands. */
let last: Promise<unknown> = Promise.resolve()

/** The phone's half of alerts, for as long as the service worker lives. */
export const listenForAlerts = (): void => {
  scope.addEventListener('push', (event) => {
    const text = event.data?.text()
    last = last.catch(() => undefined).then(() => showPush(text))
    event.waitUntil(last)
  })
  scope.addEventListener('notificationclick', (event) => {
    const { notification } = event
    notification.close()
    event.waitUntil(openAlert(notification.data))
  })
  scope.addEventListener('pushsubscriptionchange', (event) => {
    event.waitUntil(renewSubscriptions(event))
  })
}
