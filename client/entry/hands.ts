import { createTalk } from '../parts/talk.ts'
import { type Hands, unknownToken } from './send.ts'

/** Why nobody can write with a token, in words; null where somebody can. [ENT8] */
export const faultOf = async (token: string): Promise<string | null> => {
  const told = await createTalk(() => token).get('/api/me')
  if (told.ok) return null
  return told.status === 401
    ? unknownToken
    : 'The server cannot say now whose token that is. Try again.'
}

/** Asks the server, in the name of whoever the token belongs to. */
export const createAsk = (token: string): Hands['ask'] => {
  const talk = createTalk(() => token)
  return async (path, body) => {
    const told = await (body ? talk.post(path, body) : talk.get(path))
    if (told.ok) return { status: told.status, body: told.answer }
    return told.status === 0 ? null : { status: told.status, body: { detail: told.words } }
  }
}

/** Waits, but no longer than until the connection is back. */
export const waitOrOnline: Hands['wait'] = (pause) =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, pause)
    addEventListener('online', done)
  })
