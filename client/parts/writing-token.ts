import { tabStorage } from './tab-storage.ts'

const key = 'writing-token'

/** What a bearer token may be made of. */
const form = /^[\w.~+/=-]{1,200}$/

/** Whether it can be a token at all. */
export const canBeToken = (written: string): boolean => form.test(written)

/**
 * The token of whoever writes: from behind the #, which no server and no log sees, else as this tab has it. Where nothing
 * can be kept it stays behind the #, so that a page that is loaded anew has it again. [ENT8]
 */
export const readWritingToken = (): string | null => {
  // A token has no space: what is read as one is the “+” of base64.
  const behind = new URLSearchParams(location.hash.slice(1)).get('token')
  const token = behind?.trim().replaceAll(' ', '+') ?? null
  const kept = tabStorage()
  if (!kept) return token
  if (token !== null) {
    keepWritingToken(token)
    history.replaceState(null, '', location.pathname + location.search)
  }
  return kept.getItem(key)
}

/** Keeps it for this tab and no longer; answers whether it can be a token at all. */
export const keepWritingToken = (token: string): boolean => {
  const written = token.trim()
  if (!canBeToken(written)) return false
  const kept = tabStorage()
  if (kept) kept.setItem(key, written)
  else location.hash = `token=${encodeURIComponent(written)}`
  return true
}

export const dropWritingToken = (): void => {
  const kept = tabStorage()
  if (kept) kept.removeItem(key)
  else location.hash = ''
}
