import { type Correction, isCorrection, type NightEvent } from '@night/shared/event'
import { Router } from 'express'
import { atomType } from './atom.ts'
import { correctionsToAtom } from './corrections-atom.ts'
import { type ExportParts, ofNight } from './of-night.ts'

const latestFirst = (events: readonly NightEvent[]): readonly Correction[] =>
  events.filter(isCorrection).toReversed()

/** Everything of a night that had to be put right, the latest first: who, why, and what no longer stands. [COR4] */
export const createCorrections = (parts: ExportParts): Router =>
  Router()
    .get(
      '/nights/:night/corrections',
      ...ofNight(parts, ({ events }, { response }) => {
        response.json({ corrections: latestFirst(events) })
      }),
    )
    .get(
      '/nights/:night/corrections.atom',
      ...ofNight(parts, (night, { response }) => {
        response.type(atomType).send(correctionsToAtom(night, latestFirst(night.events)))
      }),
    )
