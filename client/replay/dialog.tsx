import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type DialogProps = {
  readonly isOpen: Signal<boolean>
  /** Of the page, one each. */
  readonly name: string
  readonly title: string
  readonly children: ComponentChildren
}

/** A dialogue of the browser's own. */
export const Dialog = ({ isOpen, name, title, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const isShown = isOpen.value
  useEffect(() => {
    if (isShown) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isShown])
  return (
    <dialog
      class={`dialog ${name}`}
      ref={dialog}
      aria-labelledby={`${name}-title`}
      onClose={() => {
        isOpen.value = false
      }}
    >
      <h2 id={`${name}-title`}>{title}</h2>
      {children}
    </dialog>
  )
}

/** What closes a dialogue that asks nothing. */
export const Close = () => (
  <form method="dialog">
    <button type="submit">Close</button>
  </form>
)
