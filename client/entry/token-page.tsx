import { useSignal } from '@preact/signals'
import { keepWritingToken } from '../parts/writing-token.ts'

/** Asks who writes. What was written of a declaration is kept meanwhile. [ENT8] */
export const TokenPage = ({ words }: { readonly words: string | null }) => {
  const token = useSignal('')
  const fault = useSignal(words)
  const take = (): void => {
    if (keepWritingToken(token.value)) location.reload()
    else fault.value = 'That cannot be a token: it has letters, digits and hyphens only.'
  }
  return (
    <main class="entry token-page">
      <h1>Who is writing?</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <label for="token">Your token</label>
        <input
          id="token"
          type="password"
          autocomplete="off"
          autofocus
          aria-describedby="token-note"
          aria-invalid={fault.value !== null}
          value={token.value}
          onInput={({ currentTarget }) => {
            token.value = currentTarget.value
          }}
        />
        <p id="token-note" class={fault.value === null ? 'part-note' : 'box-fault'}>
          {fault.value ??
            'The desk gives it to you. It stays in this tab, until the tab is closed.'}
        </p>
        <button type="submit" class="send">
          Go on
        </button>
      </form>
    </main>
  )
}
