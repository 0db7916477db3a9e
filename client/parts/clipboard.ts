/** Puts a text on the clipboard; false where the browser lets nobody. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    // Absent on a plain http address that is not this machine's own.
    if (!navigator.clipboard) return copyByHand(text)
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByHand(text)
  }
}

const copyByHand = (text: string): boolean => {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'unseen'
  document.body.append(area)
  area.select()
  // oxlint-disable-next-line typescript/no-deprecated -- the only way without a secure context
  const done = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return done
}
