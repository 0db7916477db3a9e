const key = 'my-night'

/** The night that was looked at last, for a phone that opens the page from its home screen without a signal. */
export const lastNight = (): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export const rememberNight = (night: string): void => {
  try {
    localStorage.setItem(key, night)
  } catch {
    // Nothing is kept: then the address has to say it.
  }
}
