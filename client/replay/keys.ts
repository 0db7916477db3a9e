import { type Command, commandOf, type Pressed } from './commands.ts'

const whereOf = (target: EventTarget | null): Pressed['where'] => {
  if (!(target instanceof HTMLElement)) return 'page'
  const isWritten = target.closest('input:not([type=range]), select, textarea, dialog')
  if (target.isContentEditable || isWritten) return 'field'
  return target.closest('button, summary') ? 'control' : 'page'
}

/** Hands every key that means something to `obey`; the map and whoever writes come first. [RPY2] */
export const listenToKeys = (obey: (command: Command) => void): void => {
  document.addEventListener('keydown', (event) => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, target } = event
    const isChord = ctrlKey || altKey || metaKey
    const command = commandOf({ key, isShift: shiftKey, isChord, where: whereOf(target) })
    if (command === null || event.defaultPrevented) return
    event.preventDefault()
    obey(command)
  })
}
