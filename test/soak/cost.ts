import { z } from 'zod'
import type { BarePage } from './bare-page.ts'

const kinds = ['task', 'script', 'style', 'layout'] as const
/** Milliseconds of a page's main thread. */
export type Cost = Readonly<Record<(typeof kinds)[number], number>>

const Metrics = z.object({
  metrics: z.array(z.object({ name: z.string(), value: z.number() })),
})

/** What the main thread spent on what happens. */
export const createMeter = async ({ send }: BarePage) => {
  // The thread's own time: what other programs take of a shared machine is not counted.
  await send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async (): Promise<Cost> => {
    const { metrics } = Metrics.parse(await send('Performance.getMetrics'))
    const milliseconds = (name: string): number =>
      1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0)
    return {
      task: milliseconds('TaskDuration'),
      script: milliseconds('ScriptDuration'),
      style: milliseconds('RecalcStyleDuration'),
      layout: milliseconds('LayoutDuration'),
    }
  }
  return async (happens: () => Promise<void>): Promise<Cost> => {
    const before = await spent()
    await happens()
    const after = await spent()
    return {
      task: after.task - before.task,
      script: after.script - before.script,
      style: after.style - before.style,
      layout: after.layout - before.layout,
    }
  }
}

/** What each of so many cost. */
export const share = ({ task, script, style, layout }: Cost, of: number): Cost => ({
  task: task / of,
  script: script / of,
  style: style / of,
  layout: layout / of,
})

/** Two frames after the last change all that it caused is drawn. */
export const drawn =
  'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))'

/**
 * Milliseconds after it was shown, the same for every screen: counted in frames, one that draws within a frame would be
 * measured for one frame of its curtain longer than one that draws between two.
 */
const after = 100

/** Waits in the page itself until it has drawn an event: to be looked at costs it much of what is measured. */
export const shows = async ({ evaluate }: BarePage, seq: number): Promise<void> => {
  await evaluate(`new Promise((shown) => {
    const isShown = () => Number(document.querySelector('[data-seq]')?.dataset.seq ?? 0) >= ${seq}
    if (isShown()) return shown()
    const watch = new MutationObserver(() => {
      if (!isShown()) return
      watch.disconnect()
      shown()
    })
    watch.observe(document, { subtree: true, attributeFilter: ['data-seq'] })
  }).then(() => new Promise((end) => setTimeout(() => end(true), ${after})))`)
}

/** "task 12.1 (20.3)": median and the worst of twenty. */
export const costLine = (name: string, costs: readonly Cost[]): string => {
  const figures = kinds.map((kind) => {
    const sorted = costs.map((cost) => cost[kind]).toSorted((a, b) => a - b)
    const at = (part: number) => (sorted[Math.round(part * (sorted.length - 1))] ?? 0).toFixed(1)
    return `${kind} ${at(0.5)} (${at(0.95)})`
  })
  return `${name.padEnd(46)}${figures.map((figure) => figure.padEnd(20)).join('')}n=${costs.length}\n`
}
