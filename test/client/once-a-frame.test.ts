import { begin, hear, type History } from '@night/client/history'
import { onceAFrame } from '@night/client/once-a-frame'
import { emptyBoard } from '@night/shared/board'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

const page = { hidden: false }
let frame: (() => void) | undefined

beforeEach(() => {
  vi.useFakeTimers()
  page.hidden = false
  vi.stubGlobal('document', page)
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    frame = draw
    return 1
  })
  vi.stubGlobal('cancelAnimationFrame', () => {
    frame = undefined
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A screen before the first declaration, and what it has heard after each of them. */
const night = async (): Promise<History[]> => {
  const log = await recordedLog(october)
  const board = emptyBoard(await definitionOf(october), 'replay')
  const seen: History[] = []
  let history = begin(
    { board, clock: { now: '2023-10-20T01:00:00.000Z', speed: 1, playing: true } },
    0,
  )
  for (const event of log) {
    history = hear(history, { kind: 'event', event }, event.seq)
    if (history.arrived.length > 0) seen.push(history)
  }
  return seen
}

test('[LIFE7] what comes within one frame is drawn once, as one moment', async () => {
  const drawn: History[] = []
  const draw = onceAFrame((history) => drawn.push(history))
  const [first, second] = await night()
  if (!first || !second) throw new Error('Two seats declare')
  draw(first)
  draw(second)
  expect(drawn).toEqual([])
  frame?.()
  expect(drawn).toEqual([{ ...second, arrived: [...first.arrived, ...second.arrived] }])
  vi.runAllTimers()
  expect(drawn).toHaveLength(1)
})

test('[LIFE7] a page that nobody sees has no frames and is up to date all the same', async () => {
  const drawn: History[] = []
  const draw = onceAFrame((history) => drawn.push(history))
  const [first, second] = await night()
  if (!first || !second) throw new Error('Two seats declare')
  draw(first)
  vi.runAllTimers()
  expect(drawn).toEqual([first])
  page.hidden = true
  draw(second)
  expect(drawn).toEqual([first, second])
})

test('[LIFE7] that a log is void is said at once, and of a void log nothing has arrived', async () => {
  const drawn: History[] = []
  const draw = onceAFrame((history) => drawn.push(history))
  const [first] = await night()
  if (!first) throw new Error('A seat declares')
  const voided: History = { ...first, arrived: [], heardAt: 9, voidedAt: 9 }
  draw(first)
  draw(voided)
  expect(drawn).toEqual([voided])
})
