/** An event that is not over before its work is. */
type Work = Event & { readonly waitUntil: (work: Promise<unknown>) => void }
type FetchWork = Work & {
  readonly request: Request
  readonly respondWith: (response: Promise<Response>) => void
}
type PushWork = Work & { readonly data: { readonly text: () => string } | null }
type ClickWork = Work & { readonly notification: Notification }
export type ChangeWork = Work & {
  readonly newSubscription?: PushSubscription | null
  readonly oldSubscription?: PushSubscription | null
}

/** An open page of ours. */
export type OpenPage = {
  readonly url: string
  readonly postMessage: (message: string) => void
  readonly focus: () => Promise<unknown>
  readonly navigate: (address: string) => Promise<unknown>
}

type Kinds = {
  readonly install: Work
  readonly activate: Work
  readonly fetch: FetchWork
  readonly push: PushWork
  readonly notificationclick: ClickWork
  readonly pushsubscriptionchange: ChangeWork
}

/** What a service worker needs of the scope it runs in, which is not a window's. */
declare const self: {
  addEventListener<Kind extends keyof Kinds>(
    kind: Kind,
    listener: (event: Kinds[Kind]) => void,
  ): void
  skipWaiting(): Promise<void>
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    claim(): Promise<void>
    matchAll(which?: {
      readonly type: 'window'
      readonly includeUncontrolled?: boolean
    }): Promise<readonly OpenPage[]>
    openWindow(address: string): Promise<unknown>
  }
}
export const scope = self

/** Tells every open page of ours. */
export const tellPages = async (message: 'renewed' | 'alerted'): Promise<void> => {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's client has no other origin
  for (const page of pages) page.postMessage(message)
}
