import { createFeed } from '@night/client/feed'
import type { History } from '@night/client/history'
import { expect, onTestFinished, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { october } from '../support/night.ts'
import { until } from '../support/until.ts'

const openFeed = async () => {
  const { server } = await openHouse()
  const feed = createFeed({ url: server.url, night: october })
  onTestFinished(feed.close)
  await until('it is connected', () => feed.current().link === 'connected')
  return feed
}

test('[PKG3] what was closed does not say that the server is heard', async () => {
  const feed = await openFeed()
  feed.close()
  expect(feed.current().link).toBe('lost')
})

test('[PKG3] a listener that subscribed twice is told twice, and each time ends alone', async () => {
  const feed = await openFeed()
  const told: History[] = []
  const timesOf = (one: History | undefined) => told.filter((state) => state === one).length
  const listener = (state: History): void => void told.push(state)
  const end = feed.subscribe(listener)
  feed.subscribe(listener)
  await until('it is told', () => told.length > 0)
  expect(timesOf(told[0])).toBe(2)
  end()
  const before = told.length
  await until('it is told once more', () => told.length > before)
  expect(timesOf(told[before])).toBe(1)
})
