import { createFeed, createFollower } from '@night/client/package/results-night-feed'
import { expect, test } from 'vitest'

test.each(['localhost:3000', '127.0.0.1:3000', 'results.example.org', '/', 'file:///house'])(
  '[PKG2] “%s” is refused at once, as no address of a house',
  (url) => {
    for (const create of [createFeed, createFollower])
      expect(() => create({ url, night: 'a-night' })).toThrow(
        `url has to be where the house is, such as “https://results.example.org”, and “${url}” is no such address.`,
      )
  },
)
