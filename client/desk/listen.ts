import { type Command, commandOf, type Pressed } from './commands.ts'

const whereOf = (target: EventTarget | null): Pressed['where'] => {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target.isContentEditable || target.closest('input, select, textarea')) return 'field'
  if (target.closest('aside, dialog')) return 'drawer'
  // A row's own link opens the row by Enter as it is; the other keys are the table's.
  return target.closest('button, summary, a:not([data-row])') ? 'control' : 'page'
}

/** Hands every key that means something to `obey`. [DSK6] */
export const listenToKeys = (obey: (command: Command) => void): void => {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, altKey, metaKey, target } = event
    const where = whereOf(target)
    const isChord = ctrlKey || altKey || metaKey
    const command = commandOf({ key, isChord, where })
    if (command === null || event.defaultPrevented) return
    if (command === 'close' && where === 'field' && target instanceof HTMLElement) {
      target.blur()
      return
    }
    event.preventDefault()
    obey(command)
  })
}
