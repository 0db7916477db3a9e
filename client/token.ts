import { tabStorage } from './parts/tab-storage.ts'

const key = 'view-token'

/**
 * The token comes behind the #, which no server and no log sees, and leaves the address at once; where nothing can be
 * kept it stays there, so that a page that is loaded anew has it again. [WALL12]
 */
export const readToken = (): string | undefined => {
  // A token has no space: what is read as one is the “+” of base64.
  const token = new URLSearchParams(location.hash.slice(1)).get('token')?.replace(/ /g, '+')
  const kept = tabStorage()
  if (token === undefined) return kept?.getItem(key) ?? undefined
  if (kept) {
    kept.setItem(key, token)
    history.replaceState(null, '', location.pathname + location.search)
  }
  return token
}
