/** What the server answered; or its refusal in words, `code` as the server has it and "away" where nobody answered. */
export type Told<Answer> =
  | { readonly ok: true; readonly status: number; readonly answer: Answer }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly words: string }

export type Talk = {
  readonly get: <Answer>(path: string) => Promise<Told<Answer>>
  readonly post: <Answer>(path: string, body: object) => Promise<Told<Answer>>
  readonly patch: <Answer>(path: string, body: object) => Promise<Told<Answer>>
  readonly remove: (path: string) => Promise<Told<object>>
}

type Problem = { readonly code?: string; readonly detail?: string }

/** Milliseconds after which nobody is expected to answer any more; a whole night takes its time on one bar of signal. */
const patience = { reading: 60_000, writing: 10_000 }

const away = { ok: false, status: 0, code: 'away', words: 'The server cannot be reached.' } as const

/** Talks to the HTTP side as whoever the token belongs to at that moment. */
export const createTalk = (token: () => string | null | undefined): Talk => {
  const ask = async <Answer>(
    path: string,
    { method, body }: { readonly method: string; readonly body?: object },
  ): Promise<Told<Answer>> => {
    const bearer = token()
    try {
      const response = await fetch(path, {
        cache: 'no-store',
        signal: AbortSignal.timeout(method === 'GET' ? patience.reading : patience.writing),
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        },
      })
      const { ok, status } = response
      if (ok) {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server's answer
        const answer = (status === 204 ? {} : await response.json()) as Answer
        return { ok, status, answer }
      }
      // What stands before our server may refuse in a language of its own.
      const problem: Problem = await response.json().catch(() => ({}))
      const { code = 'refused', detail = 'The server refused.' } = problem
      return { ok, status, code, words: detail }
    } catch {
      return away
    }
  }
  return {
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, body) => ask(path, { method: 'POST', body }),
    patch: (path, body) => ask(path, { method: 'PATCH', body }),
    remove: (path) => ask(path, { method: 'DELETE' }),
  }
}
