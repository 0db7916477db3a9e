import type { RequestHandler } from 'express'
import type { Guard } from '../guard.ts'
import type { Nights } from '../nights.ts'
import { withNight } from '../with-night.ts'

export type ExportParts = { readonly guard: Guard; readonly nights: Nights }

/** The door of a way out: for whoever may read, and of a night that there is. */
export const ofNight = (
  { guard, nights }: ExportParts,
  give: Parameters<typeof withNight>[1],
): readonly RequestHandler[] => [guard.reader, withNight(nights, give)]
