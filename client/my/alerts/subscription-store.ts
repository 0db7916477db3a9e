/** A phone's subscription on one night, as the phone keeps it. */
export type OwnSubscription = {
  readonly night: string
  readonly id: string
  readonly token: string
  /** The browser's address that the server has; null where alerts stay on the page. */
  readonly endpoint: string | null
  /** Opens a page of a protected house from an alert. */
  readonly viewToken: string | null
}

const cacheName = 'my-alerts'
const addressOf = (night: string): string => `/my/alerts/subscription/${encodeURIComponent(night)}`

/** Puts it where the service worker reads it, who has no other memory of the page's. */
export const keepInStore = async (subscription: OwnSubscription): Promise<void> => {
  const cache = await caches.open(cacheName)
  await cache.put(addressOf(subscription.night), Response.json(subscription))
}

export const dropFromStore = async (night: string): Promise<void> => {
  await (await caches.open(cacheName)).delete(addressOf(night))
}

export const subscriptionFor = async (night: string): Promise<OwnSubscription | null> => {
  const response = await (await caches.open(cacheName)).match(addressOf(night))
  return response ? parsed(response) : null
}

export const subscriptionsInStore = async (): Promise<OwnSubscription[]> => {
  const cache = await caches.open(cacheName)
  const responses = await Promise.all((await cache.keys()).map((request) => cache.match(request)))
  return Promise.all(responses.filter((one) => one !== undefined).map(parsed))
}

/** The one that was kept last: the reading token is the house's, not a night's. */
export const anySubscription = async (): Promise<OwnSubscription | null> =>
  (await subscriptionsInStore()).at(-1) ?? null

const parsed = async (response: Response): Promise<OwnSubscription> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this page
  (await response.json()) as OwnSubscription
