import { useEffect, useId, useRef } from 'preact/hooks'

type ConfirmationProps = {
  readonly title: string
  readonly note: string
  readonly action: string
  readonly kind: 'release' | 'reject' | 'withdraw'
  /** What has changed since it was asked, in words; nothing while nothing has. */
  readonly question?: string
  /** Why it cannot be, in words; nothing while nothing is wrong. */
  readonly fault: string
  readonly isBusy: boolean
  readonly cancel: () => void
  readonly confirm: (form: FormData) => Promise<void>
}

/** A reason in words and a second button, where the first one was; Escape leaves it, and the focus goes back. */
export const Confirmation = (props: ConfirmationProps) => {
  const { title, note, question = '', kind, isBusy } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const cancel = (): void => {
    const home = dialog.current?.parentElement
    props.cancel()
    // The buttons are drawn again after this.
    setTimeout(() => home?.querySelector<HTMLElement>(`[data-into=${kind}]`)?.focus())
  }
  return (
    <dialog
      open
      class="confirmation"
      data-kind={kind}
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel()
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void props.confirm(new FormData(event.currentTarget))
        }}
      >
        <h4 id={`${id}-title`}>{title}</h4>
        <p class="part-note">{note}</p>
        {question !== '' && <p class="question">{question}</p>}
        <Why {...props} id={id} />
        <Buttons {...props} cancel={cancel} />
      </form>
    </dialog>
  )
}

type WhyProps = Pick<ConfirmationProps, 'fault'> & { readonly id: string }

const Why = ({ fault, id }: WhyProps) => {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [fault])
  return (
    <>
      <label>
        Why
        <textarea
          ref={field}
          name="reason"
          rows={2}
          maxLength={500}
          required
          aria-invalid={fault !== ''}
          {...(fault !== '' && { 'aria-describedby': `${id}-fault` })}
        />
      </label>
      {fault !== '' && (
        <p class="form-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  )
}

type ButtonsProps = Pick<ConfirmationProps, 'action' | 'isBusy' | 'cancel'>

const Buttons = ({ action, isBusy, cancel }: ButtonsProps) => (
  <div class="buttons">
    <button type="submit" class="do" aria-disabled={isBusy}>
      {action}
    </button>
    <button type="button" onClick={cancel}>
      Cancel
    </button>
  </div>
)
