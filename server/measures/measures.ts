import { Router } from 'express'
import type { Logger } from 'pino'
import type { Writes } from '../fan-out/outlet.ts'
import type { Guard } from '../guard.ts'
import { refuse } from '../problems.ts'
import { createMeasure, type MeasureParts } from './measure.ts'
import { metricsText, metricsType } from './metrics.ts'

type Parts = MeasureParts & {
  readonly guard: Guard
  readonly writes: () => Writes
  readonly log: Logger
}

/** How the house is, for whoever may read: for Prometheus, and for the page. [ALR50 ALR51] */
export const createMeasures = (parts: Parts): Router => {
  const { guard, writes, log } = parts
  const measure = createMeasure(parts)
  const measured = () =>
    measure().catch((fault: unknown) => {
      log.warn({ fault: String(fault) }, 'the house could not be measured')
      return null
    })
  // A proxy that shuts `/metrics` to the world knows no other way of writing it.
  return Router({ caseSensitive: true })
    .get('/metrics', guard.reader, async (_request, response) => {
      const text = await metricsText(await measured(), writes())
      response.set({ 'Content-Type': metricsType, 'Cache-Control': 'no-store' }).send(text)
    })
    .get('/api/health', guard.reader, async (_request, response) => {
      const measures = await measured()
      if (measures) response.set('Cache-Control', 'no-store').json(measures)
      else refuse(response, 'redis-away', 'Nights and alerts cannot be measured now.')
    })
}
