import type { CDPSession, Page } from 'playwright-core'

/** What a page weighs, after its rubbish was taken out. */
export type Reading = {
  readonly at: string
  readonly seconds: number
  readonly heapMegabytes: number
  readonly nodes: number
  readonly listeners: number
  readonly drops: number
  readonly events: number
  /** More than one: it loaded itself anew, since the screens were built again, and its heap began from nothing. */
  readonly loads: number
}

type Weight = Pick<Reading, 'heapMegabytes' | 'nodes' | 'listeners'>

/** Opens the page's debugger; answers what weighs the page. */
export const openScales = async (page: Page): Promise<() => Promise<Weight>> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.enable')
  return () => weigh(session)
}

const weigh = async (session: CDPSession): Promise<Weight> => {
  // One collection leaves what finalizers still hold.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
  return {
    heapMegabytes: Math.round(value('JSHeapUsedSize') / 10_000) / 100,
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
  }
}

/** How many events a page has seen, over all the runs of a replay: a new run counts from 1 again. */
export const createCounter = () => {
  let last = 0
  let seen = 0
  return {
    see: (seq: number): void => {
      seen += seq >= last ? seq - last : seq
      last = seq
    },
    seen: (): number => seen,
  }
}
export type Counter = ReturnType<typeof createCounter>

const columns = {
  at: '',
  seconds: 's',
  heapMegabytes: 'heap, MB',
  nodes: 'nodes',
  listeners: 'listeners',
  drops: 'drops',
  events: 'events',
  loads: 'loads',
} as const satisfies Record<keyof Reading, string>

/** The readings as one table for a terminal. */
export const table = (readings: readonly Reading[]): string =>
  [columns, ...readings]
    .map(({ at, ...figures }) =>
      [at.padEnd(16), ...Object.values(figures).map((figure) => String(figure).padStart(10))].join(
        '',
      ),
    )
    .map((row) => `${row}\n`)
    .join('')
