import type { Signal } from '@preact/signals'
import type { Operation } from './document.ts'

type FieldsProps = {
  readonly operation: Operation
  readonly values: Signal<Record<string, string>>
  readonly body: Signal<string>
  readonly token: Signal<string>
}

/** Everything that can be filled in. */
export const Fields = ({ operation, values, body, token }: FieldsProps) => {
  const { parameters = [], requestBody, security } = operation
  const fill = (name: string, value: string): void => {
    values.value = { ...values.value, [name]: value }
  }
  return (
    <>
      {security.length > 0 && <TokenField token={token} />}
      {parameters.map(({ name, in: where, required }) => (
        <label key={name}>
          {name} <span class="ref-quiet">{where}</span>
          <input
            name={name}
            autocomplete="off"
            spellcheck={false}
            required={required}
            value={values.value[name] ?? ''}
            onInput={(event) => fill(name, event.currentTarget.value)}
          />
        </label>
      ))}
      {requestBody && <BodyField body={body} />}
    </>
  )
}

const TokenField = ({ token }: Pick<FieldsProps, 'token'>) => (
  <label>
    Token <span class="ref-quiet">kept on this page only, until you leave it</span>
    <input
      type="password"
      name="token"
      autocomplete="off"
      value={token.value}
      onInput={(event) => (token.value = event.currentTarget.value.trim())}
    />
  </label>
)

const BodyField = ({ body }: Pick<FieldsProps, 'body'>) => (
  <label>
    Body <span class="ref-quiet">JSON</span>
    <textarea
      name="body"
      rows={14}
      spellcheck={false}
      value={body.value}
      onInput={(event) => (body.value = event.currentTarget.value)}
    />
  </label>
)
