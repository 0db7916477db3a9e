import { channelOf, keyBytes, type PushChannel } from '../../parts/push.ts'
import { denied, type Facts } from './offer.ts'

/** Milliseconds after which a browser is not expected to answer any more: some never do. */
const patience = 15_000

const late = `This browser has not answered for ${patience / 1000} seconds. Its push service is not reachable from here; a firewall often does that. Alerts will be on this page only while it is open.`

type Subscribed =
  | { readonly ok: true; readonly channel: PushChannel }
  | { readonly ok: false; readonly words: string }

/** What this browser is able and allowed to do. */
export const browserFacts = (): Pick<
  Facts,
  'canPush' | 'isApplePhone' | 'isInstalled' | 'permission'
> => ({
  canPush: 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window,
  isApplePhone:
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1),
  isInstalled: matchMedia('(display-mode: standalone)').matches,
  permission: 'Notification' in window ? Notification.permission : 'denied',
})

/** Asks the reader, who has just tapped; null when they allow it. */
export const askPermission = async (): Promise<string | null> => {
  const answer = await Notification.requestPermission()
  if (answer === 'granted') return null
  return answer === 'denied'
    ? denied
    : 'Nothing was allowed. Tap again, and allow notifications when the browser asks.'
}

/** The browser's address for this house, made or found; or why there is none, within 15 seconds. [ALR67] */
export const subscribe = async (key: string): Promise<Subscribed> => {
  try {
    const subscription = await within(subscribeTo(keyBytes(key)), patience)
    if (subscription === null) return { ok: false, words: late }
    const channel = channelOf(subscription)
    return channel ? { ok: true, channel } : { ok: false, words: refused('no address') }
  } catch (fault) {
    return { ok: false, words: refused(fault instanceof Error ? fault.message : String(fault)) }
  }
}

const refused = (reason: string): string =>
  `This browser could not be signed up for alerts (“${reason}”). Alerts will be on this page only while it is open.`

const subscribeTo = async (key: Uint8Array<ArrayBuffer>): Promise<PushSubscription> => {
  const { pushManager } = await navigator.serviceWorker.ready
  const standing = await pushManager.getSubscription()
  if (standing) {
    if (isSame(standing.options.applicationServerKey, key)) return standing
    // Of another key, which the house has no more: nothing that it sends would get here.
    await standing.unsubscribe()
  }
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

const isSame = (buffer: ArrayBuffer | null, key: Uint8Array): boolean =>
  buffer !== null && new Uint8Array(buffer).join() === key.join()

/** Null when the time is over. */
const within = <Answer>(work: Promise<Answer>, wait: number): Promise<Answer | null> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), wait)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })

/** So that nothing more comes: no night has this phone any longer. */
export const unsubscribe = async (): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration('/my')
  await (await registration?.pushManager?.getSubscription())?.unsubscribe()
}
