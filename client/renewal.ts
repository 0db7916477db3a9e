import type { Feed } from './feed.ts'
import { hearVersion, isDue, noVersions, planned } from './versions.ts'

const tick = 5000
const ticksBetweenQuestions = 12

/** Loads the page anew when it is of another version or hears nothing; the answer ends it. [LIFE2 LIFE3 LIFE4] */
export const keepUpToDate = (feed: Pick<Feed, 'current' | 'subscribe'>): (() => void) => {
  const openedAt = Date.now()
  let versions = noVersions
  let saidAt = openedAt
  let ticks = 0
  const ask = async (): Promise<boolean> => {
    const version = await currentVersion()
    if (version !== null) versions = hearVersion(versions, version)
    return version !== null
  }
  const look = async (): Promise<void> => {
    const now = Date.now()
    // A kept board may be hours old; what counts is how long this page has heard nothing.
    const heardAt = Math.max(feed.current().heardAt ?? 0, openedAt)
    versions = planned(versions, { now, heardAt, saidAt, isBusy: isBusy() }, Math.random())
    if (isDue(versions, now)) {
      versions = { ...versions, due: null }
      // A page that cannot be had is worse than an old one.
      if (await ask()) location.reload()
    } else if (ticks++ % ticksBetweenQuestions === 0) await ask()
  }
  const timer = setInterval(() => void look(), tick)
  const unsubscribe = feed.subscribe(({ arrived }) => {
    if (arrived.length > 0) saidAt = Date.now()
  })
  void look()
  return () => {
    clearInterval(timer)
    unsubscribe()
  }
}

/** The version that the server has; null while it does not answer. */
export const currentVersion = async (): Promise<string | null> => {
  try {
    const response = await fetch('/version', { cache: 'no-store' })
    const answer: unknown = await response.json()
    if (typeof answer !== 'object' || answer === null || !('version' in answer)) return null
    return typeof answer.version === 'string' ? answer.version : null
  } catch {
    return null
  }
}

const isBusy = (): boolean =>
  document.querySelector('dialog[open]') !== null ||
  document.activeElement?.matches('input, textarea, select, [contenteditable]') === true
