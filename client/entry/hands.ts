import type { Answer, Hands } from './send.ts'

/** Milliseconds after which nobody is expected to answer any more. */
const patience = 10_000

/** Asks the server, in the name of whoever the token belongs to. */
export const createAsk =
  (token: string): Hands['ask'] =>
  async (path, body) => {
    try {
      const response = await fetch(path, {
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        cache: 'no-store',
        signal: AbortSignal.timeout(patience),
      })
      return { status: response.status, body: await bodyOf(response) }
    } catch {
      return null
    }
  }

const bodyOf = async (response: Response): Promise<Answer['body']> => {
  try {
    return await response.json()
  } catch {
    return null
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
