import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { type Contract, type Form, resolved } from './document.ts'
import { formWords, innerForms } from './form-words.ts'
import { Prose } from './prose.tsx'

type FormProps = { readonly contract: Contract; readonly form: Form }

/** A form as somebody reads it: its parts, and what each is. What is inside of a part opens where it stands. */
export const FormView = ({ contract, form }: FormProps) => {
  const { name, form: whole } = resolved(form, contract)
  const choices = whole.anyOf ?? whole.oneOf
  if (choices) {
    return (
      <div class="ref-form">
        <p class="ref-quiet">{name === null ? 'One of these' : `${name}: one of these`}</p>
        {choices.map((choice) => (
          <Inner contract={contract} form={choice} />
        ))}
      </div>
    )
  }
  if (!whole.properties) return <p class="ref-quiet">{formWords(whole)}</p>
  const required = new Set(whole.required)
  return (
    <div class="ref-form">
      {name !== null && (
        <p class="ref-quiet">
          {name}
          {whole.description !== undefined && <Prose text={`: ${whole.description}`} />}
        </p>
      )}
      <ul>
        {Object.entries(whole.properties).map(([key, part]) => (
          <li key={key}>
            <Part contract={contract} name={key} form={part} isNeeded={required.has(key)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type PartProps = FormProps & { readonly name: string; readonly isNeeded: boolean }

const Part = ({ contract, name, form, isNeeded }: PartProps) => {
  const { name: formName, form: whole } = resolved(form, contract)
  const kind = formName === null || isWorthOpening(form, contract) ? '' : `: ${formWords(whole)}`
  const words = `${formWords(form)}${kind}${isNeeded ? '' : ', may be left out'}`
  const inner = innerForms(form).filter((one) => isWorthOpening(one, contract))
  const head = (
    <>
      <code>{name}</code> <span class="ref-quiet">{words}</span>
    </>
  )
  return inner.length === 0 ? head : <Fold head={head} contract={contract} forms={inner} />
}

/** A named form that is only a text, such as an id, says all in its name. */
const isWorthOpening = (form: Form, contract: Contract): boolean => {
  const { form: whole } = resolved(form, contract)
  return whole.properties !== undefined || innerForms(whole).length > 0
}

const Inner = ({ contract, form }: FormProps) =>
  isWorthOpening(form, contract) ? (
    <Fold head={<code>{titleOf(form, contract)}</code>} contract={contract} forms={[form]} />
  ) : (
    <p class="ref-quiet">{formWords(form)}</p>
  )

/** What tells one of several objects from the others: its name, or its first fixed part. */
const titleOf = (form: Form, contract: Contract): string => {
  const { name, form: whole } = resolved(form, contract)
  if (name !== null) return name
  const fixed = Object.entries(whole.properties ?? {}).find(([, part]) => part.const !== undefined)
  return fixed ? `${fixed[0]}: ${String(fixed[1].const)}` : formWords(whole)
}

type FoldProps = {
  readonly head: ComponentChildren
  readonly contract: Contract
  readonly forms: readonly Form[]
}

/** Its inside is made when it is opened: all of a board at once would be a long page. */
const Fold = ({ head, contract, forms }: FoldProps) => {
  const isOpen = useSignal(false)
  return (
    <details onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{head}</summary>
      {isOpen.value && forms.map((form) => <FormView contract={contract} form={form} />)}
    </details>
  )
}
