import type { Clock } from '@night/shared/time'
import webPush from 'web-push'

/** The pair that push is signed with, and whom a push service may write to about it. */
export type PushKeys = {
  readonly subject: string
  readonly publicKey: string
  readonly privateKey: string
}

/** A new pair, as browsers and push services take it. */
export const newPushKeys = (): Omit<PushKeys, 'subject'> => webPush.generateVAPIDKeys()

/** The header for an origin, good until then, in Unix seconds. */
type Sign = (origin: string, until: number) => string

export const signWith =
  ({ subject, publicKey, privateKey }: PushKeys): Sign =>
  (origin, until) =>
    webPush.getVapidHeaders(origin, subject, publicKey, privateKey, 'aes128gcm', until)
      .Authorization

/** Seconds: a push service takes at most a day, and we use a header for half of its life. RFC 8292, 2 */
const life = 12 * 3600
const use = life / 2

/** Origins of push services are few; whoever makes many up does not fill the memory. */
const most = 100

/** Who we are, for a push service's origin: signed once in six hours, since signing costs more than all the rest. [ALR22] */
export const createVapid = (sign: Sign, clock: Clock) => {
  const headersByOrigin = new Map<string, { readonly header: string; readonly until: number }>()

  return (origin: string): string => {
    const now = Math.floor(clock.now() / 1000)
    const kept = headersByOrigin.get(origin)
    // One that was signed before the clock was put back would be good for too long.
    if (kept && now < kept.until && now >= kept.until - use) return kept.header
    const header = sign(origin, now + life)
    if (headersByOrigin.size >= most) headersByOrigin.clear()
    headersByOrigin.set(origin, { header, until: now + use })
    return header
  }
}
