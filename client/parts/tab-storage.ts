/** What this tab keeps; undefined in a browser that lets no page keep anything. */
export const tabStorage = (): Storage | undefined => {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
