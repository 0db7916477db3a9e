import { useEffect, useRef } from 'preact/hooks'
import { keysInWords } from './commands.ts'
import type { Desk } from './state.ts'

/** The keys, in a dialogue of the browser's own. */
export const Help = ({ desk }: { readonly desk: Desk }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const isOpen = desk.isHelping.value
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog
      class="help"
      ref={dialog}
      aria-labelledby="help-title"
      onClose={() => {
        if (desk.isHelping.peek()) desk.obey('help')
      }}
    >
      <h2 id="help-title">Keys</h2>
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
