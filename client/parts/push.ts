import type { Channel } from '@night/shared/alert/subscription'

export type PushChannel = Extract<Channel, { type: 'webpush' }>

/** What the server has to know of a browser's subscription; null where the browser says too little of it. */
export const channelOf = (subscription: PushSubscription): PushChannel | null => {
  const { endpoint, keys } = subscription.toJSON()
  const { p256dh, auth } = keys ?? {}
  if (endpoint === undefined || p256dh === undefined || auth === undefined) return null
  return { type: 'webpush', subscription: { endpoint, keys: { p256dh, auth } } }
}

/** The house's public key as every browser takes it. */
export const keyBytes = (base64url: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}
