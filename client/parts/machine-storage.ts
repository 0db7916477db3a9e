/** What this machine keeps under a name; null where it keeps nothing of it, or a browser lets no page keep anything. */
export const readKept = (name: string): string | null => {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Keeps a text, or with null nothing any more; answers whether that could be done. */
export const keep = (name: string, text: string | null): boolean => {
  try {
    if (text === null) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
    return true
  } catch {
    return false
  }
}
