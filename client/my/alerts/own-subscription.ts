import { dropFromStore, keepInStore, type OwnSubscription } from './subscription-store.ts'

const keyOf = (night: string): string => `my-alerts:${night}`

const isOwn = (value: unknown): value is OwnSubscription =>
  typeof value === 'object' && value !== null && 'id' in value && 'token' in value

/** This phone's subscription on a night; null where it has none. [ALR73] */
export const ownSubscription = (night: string): OwnSubscription | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(night)) ?? 'null')
    return isOwn(value) ? value : null
  } catch {
    return null
  }
}

/** Keeps it for the page, and where the service worker reads it. [ALR73] */
export const keepOwn = async (subscription: OwnSubscription): Promise<void> => {
  try {
    localStorage.setItem(keyOf(subscription.night), JSON.stringify(subscription))
    await keepInStore(subscription)
  } catch {
    // A browser that keeps nothing has alerts until the page is closed.
  }
}

export const dropOwn = async (night: string): Promise<void> => {
  try {
    localStorage.removeItem(keyOf(night))
    await dropFromStore(night)
  } catch {
    // Nothing was kept, so nothing is left.
  }
}
