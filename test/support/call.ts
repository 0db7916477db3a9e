export const deskToken = 'rnd_the-desk-of-the-tests'

export type Answer = { readonly status: number; readonly type: string; readonly body: unknown }
export type Call = {
  /** A body that is a text already is sent as it is. */
  (method: string, path: string, body?: unknown): Promise<Answer>
  /** The same as whoever the token belongs to; as nobody with null. */
  readonly as: (token: string | null) => Call
}

/** Calls the HTTP side as the desk, or as whoever the token belongs to. */
export const caller = (url: string, token: string | null = deskToken): Call => {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    return {
      status: response.status,
      type,
      body: /[/+]json\b/.test(type) ? JSON.parse(text) : text,
    }
  }
  return Object.assign(call, { as: (other: string | null) => caller(url, other) })
}
