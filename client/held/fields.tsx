import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** What is wrong, and in which field. */
export type Fault = { readonly field: string; readonly words: string } | null

type FieldProps = {
  readonly label: string
  readonly name: string
  readonly fault: Fault
  readonly note?: string
}

const useField = ({ name, fault }: FieldProps) => {
  const id = useId()
  const words = fault?.field === name ? fault.words : ''
  return {
    id,
    words,
    attributes: {
      name,
      id,
      'aria-invalid': words !== '',
      ...(words !== '' && { 'aria-describedby': `${id}-fault` }),
    },
  }
}

type FrameProps = FieldProps & {
  readonly id: string
  readonly words: string
  readonly children: ComponentChildren
}

const Frame = ({ label, note, id, words, children }: FrameProps) => (
  <div class="field">
    <label for={id}>
      {label} {note}
    </label>
    {children}
    {words !== '' && (
      <p class="form-fault" id={`${id}-fault`}>
        {words}
      </p>
    )}
  </div>
)

type TextProps = FieldProps & { readonly most: number }

export const TextField = (props: TextProps) => {
  const { attributes, ...frame } = useField(props)
  return (
    <Frame {...props} {...frame}>
      <input {...attributes} type="text" maxLength={props.most} autocomplete="off" />
    </Frame>
  )
}

/** A time of day, as the browser's own clock writes it: "02:45". */
export const TimeField = (props: FieldProps) => {
  const { attributes, ...frame } = useField(props)
  return (
    <Frame {...props} {...frame}>
      <input {...attributes} type="time" />
    </Frame>
  )
}

export const AreaField = (props: FieldProps & { readonly most: number; readonly rows: number }) => {
  const { attributes, ...frame } = useField(props)
  return (
    <Frame {...props} {...frame}>
      <textarea {...attributes} rows={props.rows} maxLength={props.most} />
    </Frame>
  )
}

export type Option = readonly [value: string, words: string]

type ChoiceProps = FieldProps & {
  /** The first of all, which chooses nothing. */
  readonly nothing: string
  readonly options: readonly Option[]
  readonly onChoose?: (value: string) => void
}

export const ChoiceField = (props: ChoiceProps) => {
  const { attributes, ...frame } = useField(props)
  return (
    <Frame {...props} {...frame}>
      <select {...attributes} onChange={(event) => props.onChoose?.(event.currentTarget.value)}>
        <option value="">{props.nothing}</option>
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Frame>
  )
}
