import { createDeck } from '@night/client/replay/deck'
import { isGoingOn } from '@night/client/replay/read-night'
import type { NightEvent } from '@night/shared/event'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

const liveWith = async (events: readonly NightEvent[]) => ({
  definition: await definitionOf(october),
  contests: [],
  mode: 'live' as const,
  events,
})

test('[RPY12] who waits at the end of a night is told when it is closed', async () => {
  const events = await recordedLog(october)
  const deck = createDeck(await liveWith(events.slice(0, 3)), '', 0)
  deck.goToEdge()
  expect([deck.isWaiting.value, deck.remark.value]).toEqual([true, 'Waiting for what comes next'])
  deck.renew(await liveWith(events))
  expect([deck.isWaiting.value, deck.remark.value]).toEqual([false, 'As known then'])
  expect([deck.view.value.isPlaying, deck.count.value]).toEqual([false, events.length])
})

test('[RPY12] a night that was closed is over, also where something was put right after', async () => {
  const events = await recordedLog(october)
  const said = events.filter(({ kind }) => kind === 'declared')
  const [over, later] = [await liveWith(events), await liveWith([...events, ...said.slice(-1)])]
  expect([isGoingOn(over), isGoingOn(later)]).toEqual([false, false])
})
