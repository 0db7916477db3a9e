/** What a screen knows of its own age: it stays open for days, and what it was built from does not. */
export type Versions = {
  /** The version heard first: this screen's own. */
  readonly own: string | null
  /** Another one that was heard once: a build may be under way, so it counts when it is heard again. */
  readonly rumour: string | null
  readonly isOld: boolean
  /** When this screen loads anew, unless the reason goes away before. */
  readonly due: number | null
}
export const noVersions: Versions = { own: null, rumour: null, isOld: false, due: null }

/** The version that the server serves now. [LIFE1] */
export const hearVersion = (versions: Versions, version: string): Versions => {
  const { own, rumour } = versions
  if (own === null) return { ...versions, own: version }
  if (version === own) return { ...versions, rumour: null, isOld: false }
  return { ...versions, rumour: version, isOld: versions.isOld || version === rumour }
}

/** Milliseconds on the screen's clock. */
type Life = {
  readonly now: number
  /** When anything was heard last; of a screen that heard nothing, when it was opened. */
  readonly heardAt: number
  /** When something was said of a seat last. */
  readonly saidAt: number
  /** Somebody is writing here. */
  readonly isBusy: boolean
}

const quiet = 30_000
const tooOld = 120_000
const jitter = 20_000

/**
 * Sets or takes back the time at which a screen loads anew: when it is of another version and nothing was said for 30
 * seconds, or when it has heard nothing for 120. Never all screens at once, never under somebody's hands.
 * `random` is 0–1. [LIFE2 LIFE3]
 */
export const planned = (versions: Versions, life: Life, random: number): Versions => {
  const isQuiet = life.now - life.saidAt >= quiet
  const isStale = life.now - life.heardAt > tooOld
  const hasReason = !life.isBusy && (isStale || (versions.isOld && isQuiet))
  if (!hasReason) return versions.due === null ? versions : { ...versions, due: null }
  return versions.due === null ? { ...versions, due: life.now + random * jitter } : versions
}

export const isDue = ({ due }: Versions, now: number): boolean => due !== null && now >= due
