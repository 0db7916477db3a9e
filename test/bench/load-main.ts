import { now, type LoadAnswer, type LoadOrder } from './orders.ts'
import { openClient, type Target } from './client.ts'
import { percentile } from './percentile.ts'

// So many screens as a process of their own that looks at a few bytes of each frame and parses nothing. It does as it
// is told by the process that forked it.
type Screen = { events: number; base: number; isFirst: boolean }

const screens: Screen[] = []
let target: Target | null = null
let greeted = 0
let events = 0
let samples = new Float64Array(0)
let places = new Uint32Array(0)
let taken = 0
let counted = 0
let isClosing = false
let retryMin = 0
let retryMax = 0
let waiting: { readonly isDone: () => boolean; readonly tell: () => void } | null = null

const look = (): void => {
  if (!waiting?.isDone()) return
  const { tell } = waiting
  waiting = null
  tell()
}

const open = (place: number): void => {
  if (!target || isClosing) return
  const screen = (screens[place] ??= { events: 0, base: 0, isFirst: false })
  screen.isFirst = false
  openClient(target, place, {
    onFrame: (kind) => {
      if (kind === 'event') {
        screen.events += 1
        events += 1
        if (taken < samples.length) {
          samples[taken] = now()
          places[taken] = screen.events - 1 - screen.base
          taken += 1
        }
      } else if (kind === 'first' && !screen.isFirst) {
        screen.isFirst = true
        greeted += 1
      } else return
      if (waiting) look()
    },
    onGone: () => {
      if (screen.isFirst) greeted -= 1
      screen.isFirst = false
      if (!isClosing)
        setTimeout(() => open(place), retryMin + Math.random() * (retryMax - retryMin))
    },
  })
}

const until = (isDone: () => boolean): Promise<void> =>
  new Promise((tell) => {
    waiting = { isDone, tell }
    look()
  })

/** A few hundred at a time, so that no queue of connections overflows. */
const connectAll = async (count: number): Promise<void> => {
  for (let place = screens.length; place < count; place += 1) {
    open(place)
    if (place % 200 === 199) await until(() => greeted >= place - 100)
  }
  await until(() => greeted === count)
}

/** Milliseconds from when each event was published until each screen had it. */
const latencies = (publishedAt: readonly number[]): number[] =>
  Array.from(samples.subarray(0, taken), (at, place) => at - (publishedAt[places[place] ?? 0] ?? 0))

const obey = async (order: LoadOrder): Promise<LoadAnswer> => {
  switch (order.do) {
    case 'connect':
      target = order.target
      retryMin = order.retry[0]
      retryMax = order.retry[1]
      await connectAll(order.count)
      return { at: now() }
    case 'expect':
      for (const screen of screens) screen.base = screen.events
      counted = events
      samples = new Float64Array(order.most * screens.length)
      places = new Uint32Array(samples.length)
      taken = 0
      return {}
    case 'arrived':
      await until(() => events - counted >= order.events * screens.length)
      return { at: now() }
    case 'come-back-to':
      target = order.target
      return {}
    case 'all-back':
      await until(() => greeted === screens.length)
      return { at: now() }
    case 'latencies': {
      const sorted = Float64Array.from(latencies(order.publishedAt)).toSorted()
      return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
    }
    case 'cpu': {
      const { user, system } = process.cpuUsage()
      return { seconds: (user + system) / 1e6 }
    }
  }
}

const answer = (said: LoadAnswer): void => void process.send?.(said)

process.on('message', (order: LoadOrder) => void obey(order).then(answer))
process.on('disconnect', () => {
  isClosing = true
  process.exit(0)
})
answer({})
