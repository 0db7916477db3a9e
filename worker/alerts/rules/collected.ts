import { AlertMessage } from '@night/shared/alert/message'
import { Instant } from '@night/shared/instant'
import { instant, milliseconds } from '@night/shared/time'
import { z } from 'zod'

/** On the night's clock and on the wall's. */
const Lately = z.strictObject({ at: Instant, wall: Instant, isSent: z.boolean() })

/** What is kept of a device between two events: what waits for a digest, and what went out lately. */
export const Collected = z.strictObject({
  pending: z.array(AlertMessage),
  /** Quiet hours made it. Workers from before go by it. */
  silent: z.boolean(),
  /**
   * When it goes out, on the night's clock and on the wall's; whichever comes first. Neither: as soon as neither mute
   * nor the most in an hour holds it back, as the rules are then.
   */
  dueAt: Instant.nullable(),
  dueBy: Instant.nullable(),
  /** What came in the last hour that may be collected, whether it was or went out at once. */
  lately: z.array(Lately),
})
export type Collected = z.infer<typeof Collected>

export const nothingCollected: Collected = {
  pending: [],
  silent: false,
  dueAt: null,
  dueBy: null,
  lately: [],
}

const minute = 60_000
export const hour = 60 * minute

/** The night's clock at the event, and the wall's. */
export type Now = { readonly at: Instant; readonly wall: Instant }

/** With one more that came, and either went out at once or waits. */
export const withLately = (
  collected: Collected,
  { at, wall }: Now,
  isSent: boolean,
): Collected => ({
  ...collected,
  lately: [
    ...collected.lately.filter(
      (one) =>
        isNear(one.at, at) || (one.isSent && milliseconds(one.wall) > milliseconds(wall) - hour),
    ),
    { at, wall, isSent },
  ],
})

/** When and how what is collected now goes out. */
export type Release = Pick<Collected, 'dueAt' | 'dueBy' | 'silent'>

/** With one more that waits; of two messages about one thing the later stays, at its place. */
export const withPending = (
  collected: Collected,
  message: AlertMessage,
  release: Release,
): Collected => {
  const isKnown = collected.pending.some(({ tag }) => tag === message.tag)
  const pending = isKnown
    ? collected.pending.map((one) => (one.tag === message.tag ? message : one))
    : [...collected.pending, message]
  return collected.pending.length > 0
    ? { ...collected, pending }
    : { ...collected, ...release, pending }
}

/** Without what waits under this tag. */
export const withoutPending = (collected: Collected, tag: string): Collected => {
  const pending = collected.pending.filter((one) => one.tag !== tag)
  if (pending.length === collected.pending.length) return collected
  return pending.length > 0
    ? { ...collected, pending }
    : { ...nothingCollected, lately: collected.lately }
}

/** With all that waited gone out as one, which counts among the most in an hour like what goes out alone. */
export const wentOut = (collected: Collected, wall: Instant): Collected => {
  const { pending, lately } = collected
  const last = pending.findLast(({ urgent }) => !urgent)
  if (!last) return { ...nothingCollected, lately }
  // In its line's place, which a rush has counted already.
  const own = lately.findLastIndex(({ at, isSent }) => !isSent && at === last.at)
  const others = lately.filter((_, place) => place !== own)
  return { ...nothingCollected, lately: [...others, { at: last.at, wall, isSent: true }] }
}

/** What waits for nothing but the end of a mute, or of too many in an hour. */
export const whenFree: Release = { dueAt: null, dueBy: null, silent: false }

/** How long a rush collects, and how many within that time make one. */
const bin = 5 * minute
const rush = 3

/** A third within five minutes on the night's clock is a rush: it is collected up to the next full five minutes. [ALR9] */
export const rushRelease = ({ lately }: Collected, { at, wall }: Now): Release | null => {
  const near = lately.filter((one) => isNear(one.at, at))
  return near.length < rush - 1 ? null : binRelease({ at, wall })
}

/** Within five minutes of each other. */
const isNear = (a: Instant, b: Instant): boolean =>
  Math.abs(milliseconds(a) - milliseconds(b)) < bin

/** Up to the next full five minutes. */
export const binRelease = ({ at, wall }: Now): Release => {
  const now = milliseconds(at)
  const end = (Math.floor(now / bin) + 1) * bin
  return {
    silent: false,
    dueAt: instant(end),
    dueBy: instant(milliseconds(wall) + end - now),
  }
}

/** Whether its time has come on one of the clocks. */
export const isDue = ({ dueAt, dueBy }: Collected, now: Now): boolean =>
  (dueAt !== null && now.at >= dueAt) || (dueBy !== null && now.wall >= dueBy)

/** Whether it has no time of its own. */
export const waitsToBeFree = ({ dueAt, dueBy }: Collected): boolean =>
  dueAt === null && dueBy === null
