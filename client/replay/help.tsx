import type { Signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { keysInWords } from './commands.ts'

/** The keys, in a dialogue of the browser's own. [RPY2] */
export const Help = ({ isOpen }: { readonly isOpen: Signal<boolean> }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const isShown = isOpen.value
  useEffect(() => {
    if (isShown) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isShown])
  return (
    <dialog
      class="keys"
      ref={dialog}
      aria-labelledby="keys-title"
      onClose={() => {
        isOpen.value = false
      }}
    >
      <h2 id="keys-title">Keys</h2>
      <dl>
        {keysInWords.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  )
}
