import { createFeed, type Feed, type FeedOptions } from './feed.ts'
import { ownVersion } from './own-version.ts'
import { keepUpToDate } from './renewal.ts'

/** Follows a night for a page of ours, and loads the page anew when the server has another version of it. [LIFE2] */
export const createPageFeed = (
  options: Omit<FeedOptions, 'url' | 'transports' | 'version'>,
): Feed => {
  const feed = createFeed({ ...options, version: ownVersion() })
  const stopLooking = keepUpToDate(feed)
  return {
    ...feed,
    close: () => {
      stopLooking()
      feed.close()
    },
  }
}
