const key = 'view-token'

/** The token comes behind the #, which no server and no log sees, and leaves the address at once. [WALL12] */
export const readToken = (): string | undefined => {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token === null) return sessionStorage.getItem(key) ?? undefined
  sessionStorage.setItem(key, token)
  history.replaceState(null, '', location.pathname + location.search)
  return token
}
