import { type Signal, useSignal } from '@preact/signals'
import { copyText } from '../parts/clipboard.ts'
import { AnswerBox } from './answer-box.tsx'
import type { Operation } from './document.ts'
import { Fields } from './fields.tsx'
import { bodyOf, curlOf, isRead, requestOf, valuesOf } from './request.ts'
import { useTry } from './use-try.ts'

type TryProps = { readonly operation: Operation; readonly token: Signal<string> }

/** One operation, for real: nothing is written without a second press. [API7] */
export const TryIt = ({ operation, token }: TryProps) => {
  const values = useSignal(valuesOf(operation))
  const body = useSignal(bodyOf(operation))
  const wanted = requestOf(operation, {
    values: values.value,
    body: body.value,
    token: token.value,
  })
  const { isArmed, came, isGoing, press, disarm, stop } = useTry(isRead(operation))
  return (
    <section class="ref-try" aria-labelledby="try">
      <h2 id="try">Try it</h2>
      <form
        onInput={disarm}
        onSubmit={(event) => {
          event.preventDefault()
          void press(wanted)
        }}
      >
        <Fields operation={operation} values={values} body={body} token={token} />
        <Buttons
          operation={operation}
          isArmed={isArmed}
          onCancel={disarm}
          onStop={isGoing ? stop : null}
        />
      </form>
      <Curl text={curlOf(wanted, location.origin)} />
      {came && <AnswerBox came={came} />}
    </section>
  )
}

type ButtonsProps = {
  readonly operation: Operation
  readonly isArmed: boolean
  readonly onCancel: () => void
  readonly onStop: (() => void) | null
}

const Buttons = ({ operation, isArmed, onCancel, onStop }: ButtonsProps) => (
  <p class="ref-buttons">
    <button type="submit" class="ref-send" data-armed={isArmed}>
      {sendWords(operation, isArmed)}
    </button>
    {isArmed && (
      <button type="button" onClick={onCancel}>
        Not now
      </button>
    )}
    {onStop && (
      <button type="button" onClick={onStop}>
        Stop
      </button>
    )}
    {isArmed && <span role="status">This writes into this house. Press again to send it.</span>}
  </p>
)

const sendWords = (operation: Operation, isArmed: boolean): string => {
  if (isArmed) return 'Yes, send it'
  return isRead(operation) ? 'Send' : `Send ${operation.method.toUpperCase()}`
}

const Curl = ({ text }: { readonly text: string }) => {
  const said = useSignal('')
  const copy = async (): Promise<void> => {
    said.value = (await copyText(text)) ? 'Copied' : 'It could not be copied'
  }
  return (
    <div class="ref-curl">
      <pre tabIndex={0} aria-label="The same for a shell">
        {text}
      </pre>
      <p class="ref-buttons">
        <button type="button" onClick={() => void copy()}>
          Copy as curl
        </button>
        <span role="status">{said.value}</span>
      </p>
    </div>
  )
}
