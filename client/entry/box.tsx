import type { ComponentChildren } from 'preact'
import type { Figure } from './figure.ts'
import type { Entry } from './state.ts'

type BoxProps = {
  readonly entry: Entry
  /** The box's own name on the page, for keys and for what is missing. */
  readonly name: string
  readonly label: ComponentChildren
  readonly text: string
  readonly figure?: Figure
  /** What is wrong with it beyond not being a figure. */
  readonly fault?: string | null
  readonly note?: string
  readonly kind?: 'figure' | 'time' | 'words'
  readonly isCovered?: boolean
  readonly placeholder?: string
  readonly write: (text: string) => void
}

/** A box with its label, and below it what is wrong with what stands in it, once it was left. [ENT1] */
export const Box = (props: BoxProps) => {
  const { entry, name, label, note, figure, kind = 'figure', isCovered = false } = props
  const isHere = entry.focused.value === name
  const unclear = figure?.kind === 'unclear' ? figure.words : null
  const fault = isHere ? null : (unclear ?? props.fault ?? null)
  const below = fault ?? note
  return (
    <div class="box" data-kind={kind} data-fault={fault === null ? undefined : 'true'}>
      <label class="box-name" for={`box-${name}`}>
        {label}
      </label>
      <input
        id={`box-${name}`}
        data-box={name}
        type="text"
        inputmode={kind === 'figure' ? 'numeric' : 'text'}
        enterkeyhint="next"
        autocomplete="off"
        spellcheck={kind === 'words'}
        maxlength={kind === 'words' ? 500 : 20}
        aria-invalid={fault !== null}
        aria-describedby={below === undefined ? undefined : `about-${name}`}
        placeholder={props.placeholder}
        value={isCovered && !isHere ? '•••••' : props.text}
        onInput={({ currentTarget }) => props.write(currentTarget.value)}
        onFocus={({ currentTarget }) => {
          if (isCovered) uncover(currentTarget, props.text)
          entry.focused.value = name
        }}
        onBlur={() => leave(entry, unclear ?? props.fault ?? null)}
      />
      {below !== undefined && (
        <p id={`about-${name}`} class={fault === null ? 'part-note' : 'box-fault'}>
          {below}
        </p>
      )}
    </div>
  )
}

/** At once and selected, so that what is typed takes its place and is not put behind it. */
const uncover = (box: HTMLInputElement, text: string): void => {
  box.value = text
  box.select()
}

const leave = (entry: Entry, wrong: string | null): void => {
  entry.focused.value = ''
  if (wrong !== null) entry.say(wrong)
}
