import type { Request, RequestHandler, Response } from 'express'
import { type Guard, part } from '../guard.ts'
import type { Night } from '../night.ts'
import type { Nights } from '../nights.ts'
import { refuse } from '../problems.ts'

export type ExportParts = { readonly guard: Guard; readonly nights: Nights }
export type Asked = { readonly request: Request; readonly response: Response }

/** The door of a way out: for whoever may read, and of a night that there is. */
export const ofNight = (
  { guard, nights }: ExportParts,
  give: (night: Night, asked: Asked) => void | Promise<void>,
): readonly RequestHandler[] => [
  guard.reader,
  async (request, response) => {
    const id = part(request, 'night')
    const night = await nights.find(id)
    if (night) await give(night, { request, response })
    else refuse(response, 'no-such-thing', `There is no night “${id}”.`)
  },
]
