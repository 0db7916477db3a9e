/** A wall must not go dark. Browsers give the lock back when the page is hidden, so it is taken again. */
export const keepAwake = (): void => {
  const take = (): void => {
    if (document.visibilityState !== 'visible') return
    // Refused on battery saving or by policy: then the screen's own settings decide.
    navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  document.addEventListener('visibilitychange', take)
  take()
}
