import { createFeed, type Feed, type FeedOptions } from './feed.ts'
import { keepUpToDate } from './renewal.ts'

/** Follows a night for a page of ours, and loads the page anew when the server has another version of it. [LIFE2] */
export const createPageFeed = (
  options: Omit<FeedOptions, 'url' | 'transports' | 'version'>,
): Feed => {
  const version = document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content
  const feed = createFeed({ ...options, version })
  const stopLooking = keepUpToDate(feed)
  return {
    ...feed,
    close: () => {
      stopLooking()
      feed.close()
    },
  }
}
