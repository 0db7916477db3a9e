import { begin } from '@night/client/history'
import { keepUpToDate } from '@night/client/renewal'
import { expect, onTestFinished, test, vi } from 'vitest'

const minute = 60_000

/** A page that is open for so many minutes, while `/version` answers this; how often it loaded itself anew. */
const reloadsAfter = async (
  minutes: number,
  version: () => string | null,
  focused: 'input' | 'nothing' = 'nothing',
): Promise<number> => {
  vi.useFakeTimers()
  const reload = vi.fn<() => void>()
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('document', {
    querySelector: () => null,
    activeElement: { matches: () => focused === 'input' },
  })
  vi.stubGlobal('fetch', async () => {
    const answer = version()
    if (answer === null) throw new TypeError('There is no server')
    return Response.json({ version: answer })
  })
  const history = { ...begin(null, 0), heardAt: 0 }
  const current = () => ({ ...history, heardAt: version() === null ? 0 : Date.now() })
  const stop = keepUpToDate({ current, subscribe: () => () => undefined })
  onTestFinished(() => {
    stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  await vi.advanceTimersByTimeAsync(minutes * minute)
  return reload.mock.calls.length
}

/** A version that changes when the page is this old. */
const changingAt = (minutes: number) => {
  const from = Date.now() + minutes * minute
  return () => (Date.now() < from ? 'one' : 'two')
}

test('[LIFE2] a page that hears the same version all night stays as it is', async () => {
  expect(await reloadsAfter(12 * 60, () => 'one')).toBe(0)
})

test('[LIFE2] a page of another version loads anew', async () => {
  vi.useFakeTimers()
  expect(await reloadsAfter(10, changingAt(2))).toBeGreaterThan(0)
})

test('[LIFE4] a page that cannot be had anew stays as it is, however long it hears nothing', async () => {
  expect(await reloadsAfter(60, () => null)).toBe(0)
})

test('[LIFE4] nobody loses what is being written', async () => {
  vi.useFakeTimers()
  expect(await reloadsAfter(10, changingAt(2), 'input')).toBe(0)
})
