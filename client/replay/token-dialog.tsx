import { type Signal, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { keepWritingToken } from '../parts/writing-token.ts'
import { Dialog } from './dialog.tsx'

type TokenDialogProps = {
  readonly isOpen: Signal<boolean>
  /** What the token is for: "To share this replay". */
  readonly purpose: string
  /** Why the last one did not do. */
  readonly why: string
  /** A token was written, and is kept in this tab. The dialogue stays until it has done. */
  readonly onToken: () => Promise<void>
}

/** Asks whoever wants to move a replay for all who they are. [RPR1] */
export const TokenDialog = ({ isOpen, purpose, why, onToken }: TokenDialogProps) => {
  const field = useRef<HTMLInputElement>(null)
  const fault = useSignal('')
  const take = (): void => {
    const isToken = keepWritingToken(field.current?.value ?? '')
    fault.value = isToken ? '' : 'That cannot be a token: it has letters, digits and hyphens only.'
    if (isToken) void onToken().then(() => field.current?.select())
  }
  const wrong = fault.value || why
  return (
    <Dialog isOpen={isOpen} name="token" title={purpose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <label for="token">The desk’s token</label>
        <input
          id="token"
          ref={field}
          type="password"
          autocomplete="off"
          aria-describedby="token-note"
          aria-invalid={wrong !== ''}
        />
        <p id="token-note" data-fault={wrong !== ''}>
          {wrong || 'It is kept in this tab and nowhere else.'}
        </p>
        <button type="submit">Go on</button>
      </form>
    </Dialog>
  )
}
