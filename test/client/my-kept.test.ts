import { begin } from '@night/client/history'
import { keepWhileHeard } from '@night/client/my/keep-while-heard'
import { signal } from '@preact/signals'
import { emptyBoard } from '@night/shared/board'
import { expect, test, vi } from 'vitest'
import { definitionOf, october } from '../support/night.ts'

test('[MY3] a board is kept every ten seconds, also after the phone’s clock was put back', async () => {
  let puts = 0
  const cache = { put: async () => void (puts += 1), keys: async () => [] }
  vi.stubGlobal('caches', { open: async () => cache })
  vi.stubGlobal('document', { addEventListener: () => undefined })
  const board = emptyBoard(await definitionOf(october), 'live')
  const clock = { now: '2023-10-20T01:45:00.000Z', speed: 1, playing: true }
  const at = (now: number) => ({ ...begin({ board, clock }, now), link: 'connected' as const })
  const hour = 3_600_000
  const history = signal(at(2 * hour))
  keepWhileHeard(october, history)
  await vi.waitUntil(() => puts === 1)
  history.value = at(2 * hour + 5000)
  history.value = at(hour)
  await vi.waitUntil(() => puts === 2)
  history.value = at(hour + 5000)
  history.value = at(hour + 11_000)
  await vi.waitUntil(() => puts === 3)
  expect(puts).toBe(3)
})
