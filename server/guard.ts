import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { type Access, bearer, type DeskPerson, type Identity } from './access.ts'
import { formWords } from './form-words.ts'
import { type Refusal, refuse } from './problems.ts'

type Handle<Who> = (request: Request, response: Response, who: Who) => Promise<void>

/** Whether somebody at the desk may write into a night; the house itself may into all. */
export const isOfNight = ({ nights }: DeskPerson, night: string): boolean =>
  nights === null || nights.includes(night)

/** Whether somebody may declare a seat: an officer its own, the desk all of its nights. [SEC3] */
export const mayDeclare = (who: Identity, night: string, constituency: string): boolean => {
  if (who.role === 'desk') return isOfNight(who, night)
  const { nights, constituencies } = who.officer
  return nights.includes(night) && constituencies.includes(constituency)
}

export const notOfNight = ({ name }: DeskPerson): Refusal => ({
  code: 'not-allowed',
  detail: `${name} is not at the desk of this night.`,
})

/** The doors of the HTTP side: for readers, for whoever may write, for the desk, and for the house. [SEC2 SEC3] */
export const createGuard = (access: Access) => ({
  mayRead: ({ headers }: Request): Promise<boolean> =>
    access.mayRead(bearer(headers.authorization)),

  reader: (async (request, response, next) => {
    if (await access.mayRead(bearer(request.headers.authorization))) next()
    else refuse(response, 'no-token', 'Reading needs the view token of this house.')
  }) satisfies RequestHandler,

  writer:
    (handle: Handle<Identity>): RequestHandler =>
    async (request, response) => {
      const who = await access.whoIs(bearer(request.headers.authorization))
      if (who) await handle(request, response, who)
      else refuse(response, 'no-token', 'Send a valid token: Authorization: Bearer …')
    },

  desk:
    (handle: Handle<DeskPerson>): RequestHandler =>
    async (request, response) => {
      const who = await access.whoIs(bearer(request.headers.authorization))
      const night = part(request, 'night')
      if (!who) refuse(response, 'no-token', 'Send the desk’s token: Authorization: Bearer …')
      else if (who.role !== 'desk') refuse(response, 'not-allowed', 'Only the desk may do this.')
      else if (night !== '' && !isOfNight(who, night)) {
        refuse(response, 'not-allowed', notOfNight(who).detail)
      } else await handle(request, response, who)
    },

  /** Whoever holds the house's own token: only there are people made and revoked. */
  house:
    (handle: Handle<DeskPerson>): RequestHandler =>
    async (request, response) => {
      const who = await access.whoIs(bearer(request.headers.authorization))
      if (!who) refuse(response, 'no-token', 'Send the desk’s token: Authorization: Bearer …')
      else if (who.role !== 'desk' || who.nights !== null)
        refuse(response, 'not-allowed', 'Only the house’s own token may do this.')
      else await handle(request, response, who)
    },
})
export type Guard = ReturnType<typeof createGuard>

/** The body as the schema has it; or null, after a refusal that says where it does not fit. */
export const bodyOf = <Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
  response: Response,
): z.infer<Schema> | null => {
  const parsed = schema.safeParse(request.body)
  if (parsed.success) return parsed.data
  refuse(response, 'does-not-fit', formWords(parsed.error))
  return null
}

/** A part of the address; routes name theirs, so it is there. */
export const part = (request: Request, name: string): string => {
  const value = request.params[name]
  return typeof value === 'string' ? value : ''
}
