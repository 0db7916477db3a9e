import { randomBytes, timingSafeEqual } from 'node:crypto'
import { officersKey } from '@night/shared/names'
import { Officer } from '@night/shared/officer'
import { createRemedy } from '@night/shared/remedy'
import type { Redis } from 'ioredis'
import { sha256 } from './sha256.ts'

/** Somebody at the desk: an editor, of these nights; or the house itself, of all of them. */
export type DeskPerson = {
  readonly role: 'desk'
  readonly id: string
  readonly name: string
  readonly nights: readonly string[] | null
}
export type Identity =
  | DeskPerson
  | {
      readonly role: 'officer'
      readonly id: string
      readonly name: string
      readonly officer: Officer
    }

const house: DeskPerson = { role: 'desk', id: 'desk', name: 'the desk', nights: null }

/** A new secret with a prefix that can be searched for, should it ever stand where it must not. */
export const newToken = (prefix: string): string =>
  `${prefix}_${randomBytes(24).toString('base64url')}`

const isSame = (token: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(token), 'hex'), Buffer.from(hash, 'hex'))

type Parts = {
  readonly redis: Redis
  readonly deskToken: string
  readonly viewToken: string | null
}

/**
 * Who a bearer token belongs to. Tokens are kept as digests and compared in constant time; an officer's is looked up
 * anew each time, so a revoked one stops at once on every server. Throws a remedy where everybody who may read would be
 * the desk. [SEC2 SEC3 SEC17]
 */
export const createAccess = ({ redis, deskToken, viewToken }: Parts) => {
  if (viewToken === deskToken)
    throw createRemedy(
      'VIEW_TOKEN is the desk’s own token: everybody who may read would be the desk. Set another VIEW_TOKEN.',
    )
  const deskHash = sha256(deskToken)
  const viewHash = viewToken === null ? null : sha256(viewToken)

  const whoIs = async (token: string | null): Promise<Identity | null> => {
    if (token === null) return null
    if (isSame(token, deskHash)) return house
    const id = /^rno_([a-z0-9]{8})_/.exec(token)?.[1]
    const text = id === undefined ? null : await redis.hget(officersKey, id)
    if (text === null) return null
    const officer = Officer.parse(JSON.parse(text))
    if (officer.tokenHash === null || !isSame(token, officer.tokenHash)) return null
    const { name, nights } = officer
    return officer.role === 'editor'
      ? { role: 'desk', id: officer.id, name, nights }
      : { role: 'officer', id: officer.id, name, officer }
  }

  /** Reading is open unless the house has set a token for it; who may write may read. */
  const mayRead = async (token: string | null): Promise<boolean> => {
    if (viewHash === null) return true
    if (token === null) return false
    return isSame(token, viewHash) || (await whoIs(token)) !== null
  }

  return { whoIs, mayRead }
}
export type Access = ReturnType<typeof createAccess>

export const bearer = (header: string | undefined): string | null =>
  /^Bearer ([\w.~+/=-]{1,200})$/i.exec(header ?? '')?.[1] ?? null
