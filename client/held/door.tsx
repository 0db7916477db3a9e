import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Work } from './work.ts'

type DoorProps = { readonly work: Work }

/** Asks for the token of somebody at the desk; a wrong one is said in words, and asked for again. */
export const Door = ({ work }: DoorProps) =>
  work.isIn.value === false ? (
    <main class="door">
      <TokenForm work={work} />
    </main>
  ) : (
    <main class="work-wait">
      <p>Opening the desk</p>
    </main>
  )

const TokenForm = ({ work: { atTheDoor, enter } }: DoorProps) => {
  const field = useRef<HTMLInputElement>(null)
  const isBusy = useSignal(false)
  const why = atTheDoor.value
  useEffect(() => field.current?.focus(), [why])
  const submit = async (): Promise<void> => {
    const token = field.current?.value.trim() ?? ''
    if (token === '' || isBusy.peek()) return
    isBusy.value = true
    await enter(token)
    isBusy.value = false
    field.current?.select()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>For the desk only</h2>
      <Notes why={why} />
      <label>
        Token
        <input
          ref={field}
          type="password"
          name="token"
          autocomplete="off"
          aria-describedby={why === '' ? 'door-note' : 'door-fault door-note'}
          aria-invalid={why !== ''}
        />
      </label>
      <button type="submit" class="do" aria-disabled={isBusy.value}>
        Open the desk’s work
      </button>
    </form>
  )
}

const Notes = ({ why }: { readonly why: string }) => (
  <>
    <p class="part-note" id="door-note">
      The token of the desk, or of an editor of this night. It is kept in this tab and nowhere else.
    </p>
    {why !== '' && (
      <p class="form-fault" id="door-fault">
        {why}
      </p>
    )}
  </>
)
