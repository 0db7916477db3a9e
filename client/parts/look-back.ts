/** Where any moment of this night is looked at; from there the way leads back to this very address. [RPR5] */
export const lookBack = (): void => {
  location.href = `/replay${location.search}&back=${location.pathname}`
}

/** Shift+B, where nothing is written. [RPR5] */
export const listenToLookBack = (): void =>
  addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key === 'B' && !ctrlKey && !metaKey) lookBack()
  })
