import { useSignal } from '@preact/signals'
import { canBeToken, keepWritingToken } from '../parts/writing-token.ts'
import { faultOf } from './hands.ts'

const whence = 'The desk gives it to you. It stays in this tab, until the tab is closed.'
const noToken = 'That cannot be a token: it has letters, digits and hyphens only.'

type TokenPageProps = {
  readonly words: string | null
  /** Where the token that is there is still as good as before. */
  readonly goBack?: (() => void) | undefined
}

/** Asks who writes. What was written of a declaration is kept meanwhile. [ENT8] */
export const TokenPage = ({ words, goBack }: TokenPageProps) => {
  const token = useSignal('')
  const fault = useSignal(words)
  const take = async (): Promise<void> => {
    const written = token.value.trim()
    fault.value = canBeToken(written) ? await faultOf(written) : noToken
    if (fault.value === null && keepWritingToken(written)) location.reload()
  }
  return (
    <main class="entry token-page">
      <h1>Who is writing?</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void take()
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
        <p id="token-note" role="status" class={fault.value === null ? 'part-note' : 'box-fault'}>
          {fault.value ?? whence}
        </p>
        <Buttons goBack={goBack} />
      </form>
    </main>
  )
}

const Buttons = ({ goBack }: Pick<TokenPageProps, 'goBack'>) => (
  <>
    <button type="submit" class="send">
      Go on
    </button>
    {goBack && (
      <button type="button" class="second" onClick={goBack}>
        Back, without another token
      </button>
    )}
  </>
)
