import type { CDPSession, Page } from 'playwright-core'

const kinds = ['task', 'script', 'style', 'layout'] as const
/** Milliseconds of a page's main thread. */
export type Cost = Readonly<Record<(typeof kinds)[number], number>>

/** What the main thread spent on what happens, until it is drawn. */
export const createMeter = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  // The thread's own time: what other programs take of a shared machine is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async (happens: () => Promise<void>): Promise<Cost> => {
    const before = await spent(session)
    await happens()
    await painted(page)
    const after = await spent(session)
    return {
      task: after.task - before.task,
      script: after.script - before.script,
      style: after.style - before.style,
      layout: after.layout - before.layout,
    }
  }
}

const spent = async (session: CDPSession): Promise<Cost> => {
  const { metrics } = await session.send('Performance.getMetrics')
  const milliseconds = (name: string): number =>
    1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0)
  return {
    task: milliseconds('TaskDuration'),
    script: milliseconds('ScriptDuration'),
    style: milliseconds('RecalcStyleDuration'),
    layout: milliseconds('LayoutDuration'),
  }
}

/** Two frames after the last change all that it caused is drawn. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )

/** "task 12.1 (20.3)": median and the worst of twenty. */
export const costLine = (name: string, costs: readonly Cost[]): string => {
  const figures = kinds.map((kind) => {
    const sorted = costs.map((cost) => cost[kind]).toSorted((a, b) => a - b)
    const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1)
    return `${kind} ${at(0.5)} (${at(0.95)})`
  })
  return `${name.padEnd(44)}${figures.map((figure) => figure.padEnd(20)).join('')}n=${costs.length}\n`
}
