import type { Request, RequestHandler, Response } from 'express'
import { part } from './guard.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { refuse } from './problems.ts'

/** A request, and the answer that is to be given to it. */
export type Asked = { readonly request: Request; readonly response: Response }

/** What is given out of the night that the address names; refused where there is none. */
export const withNight =
  (nights: Nights, give: (night: Night, asked: Asked) => void | Promise<void>): RequestHandler =>
  async (request, response) => {
    const id = part(request, 'night')
    const night = await nights.find(id)
    if (night) await give(night, { request, response })
    else refuse(response, 'no-such-thing', `There is no night “${id}”.`)
  }
