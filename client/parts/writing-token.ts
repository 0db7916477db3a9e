const key = 'writing-token'

/** What a bearer token may be made of. */
const form = /^[\w.~+/=-]{1,200}$/

/** Whether it can be a token at all. */
export const canBeToken = (written: string): boolean => form.test(written)

/** The token of whoever writes: from behind the #, which no server and no log sees, else as this tab has it. [ENT8] */
export const readWritingToken = (): string | null => {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token === null) return sessionStorage.getItem(key)
  keepWritingToken(token)
  history.replaceState(null, '', location.pathname + location.search)
  return sessionStorage.getItem(key)
}

/** Keeps it for this tab and no longer; answers whether it can be a token at all. */
export const keepWritingToken = (token: string): boolean => {
  const written = token.trim()
  if (!canBeToken(written)) return false
  sessionStorage.setItem(key, written)
  return true
}

export const dropWritingToken = (): void => sessionStorage.removeItem(key)
