import type { AlertMessage } from '@night/shared/alert/message'
import type { Page } from 'playwright-core'
import { until } from './until.ts'

/** A notification as it stands on the phone; the types leave out what is newer. */
type Ringing = Pick<Notification, 'title' | 'body' | 'tag' | 'silent' | 'requireInteraction'> & {
  readonly renotify: boolean
  readonly data: unknown
}

/** What a service worker has that a window has not. */
declare const registration: {
  showNotification: (title: string, options: Partial<Ringing>) => Promise<void>
  getNotifications: () => Promise<readonly (Ringing & { readonly close: () => void })[]>
}
declare const WindowClient: { readonly prototype: object }
declare const clients: object

/** Notifications are allowed on this page's phone, also where the browser, being without a window, has none. */
export const allowNotifications = async (page: Page, origin: string): Promise<void> => {
  await page.context().grantPermissions(['notifications'], { origin })
  await page.addInitScript(() => {
    if (Notification.permission === 'granted') return
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
    Notification.requestPermission = () => Promise.resolve('granted')
  })
}

/** A browser that signs up at this address, whatever its push service does; without one it never answers. */
export const signUp = (page: Page, endpoint: string | null): Promise<unknown> =>
  page.addInitScript((endpoint) => {
    const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }
    const subscription = { toJSON: () => ({ endpoint, keys }) }
    const never = new Promise(() => undefined)
    Object.assign(PushManager.prototype, {
      getSubscription: () => Promise.resolve(null),
      subscribe: () => (endpoint === null ? never : Promise.resolve(subscription)),
    })
  }, endpoint)

/** Pushes to a page's service worker, as the browser hands them over once they are decrypted, and what the phone shows. */
export const ring = async (page: Page) => {
  const { origin } = new URL(page.url())
  const devtools = await page.context().newCDPSession(page)
  let registrationId = ''
  devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    registrationId = registrations.find(({ isDeleted }) => !isDeleted)?.registrationId ?? ''
  })
  await devtools.send('ServiceWorker.enable')
  const worker = await until('a service worker is active', async () => {
    const isReady = await page.evaluate(() => navigator.serviceWorker.controller !== null)
    return isReady && registrationId !== '' && page.context().serviceWorkers()[0]
  })
  await worker.evaluate(standIn)
  return {
    deliver: (push: AlertMessage | string): Promise<unknown> => {
      const data = typeof push === 'string' ? push : JSON.stringify(push)
      return devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
    },
    /** What stands on the phone, by title. */
    shown: async (): Promise<Ringing[]> => {
      const all = await worker.evaluate(async () =>
        (await registration.getNotifications()).map(
          ({ title, body, tag, silent, renotify, requireInteraction, data }) => {
            return { title, body, tag, silent, renotify, requireInteraction, data }
          },
        ),
      )
      return all.toSorted((a, b) => (a.title < b.title ? -1 : 1))
    },
    /** Answers the pages that were opened for it, beside those that are open. */
    tap: (tag: string): Promise<string[]> => worker.evaluate(tapped, tag),
    /** The browser has another address, and says so to the worker alone. */
    move: (endpoint: string): Promise<void> => worker.evaluate(moved, endpoint),
    wipeAway: (): Promise<void> =>
      worker.evaluate(async () => {
        for (const one of await registration.getNotifications()) one.close()
      }),
  }
}

/** In the worker, where the browser has no notifications: one for each tag, and the standard's one refusal. */
const standIn = (): void => {
  if (Notification.permission === 'granted') return
  const standing = new Map<string, Ringing & { readonly close: () => void }>()
  const plain = { body: '', tag: '', silent: false, renotify: false, requireInteraction: false }
  registration.showNotification = async (title, options) => {
    const one = { ...plain, data: null, ...options, title }
    if (one.silent === true && one.renotify) throw new TypeError('silent, and notifies again')
    standing.delete(one.tag)
    standing.set(one.tag, { ...one, close: () => void standing.delete(one.tag) })
  }
  registration.getNotifications = async () => [...standing.values()]
}

/** In the worker. Only a finger may focus a page or open one, so that both are taken down instead. */
const tapped = async (tag: string): Promise<string[]> => {
  const opened: string[] = []
  Object.assign(WindowClient.prototype, { focus: () => Promise.resolve() })
  Object.assign(clients, { openWindow: async (address: string) => void opened.push(address) })
  const all = await registration.getNotifications()
  const notification = all.find((one) => one.tag === tag)
  const work: Promise<unknown>[] = []
  const waitUntil = (more: Promise<unknown>) => void work.push(more)
  dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil }))
  await Promise.all(work)
  return opened
}

/** In the worker. */
const moved = async (endpoint: string): Promise<void> => {
  const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }
  const newSubscription = { toJSON: () => ({ endpoint, keys }) }
  const work: Promise<unknown>[] = []
  const waitUntil = (more: Promise<unknown>) => void work.push(more)
  const change = new Event('pushsubscriptionchange')
  dispatchEvent(Object.assign(change, { newSubscription, waitUntil }))
  await Promise.all(work)
}
