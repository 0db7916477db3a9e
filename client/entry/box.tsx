import type { ComponentChildren } from 'preact'
import { type Stands, standsWords } from './as-it-stands.ts'
import { countOf, type Figure } from './figure.ts'
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
  /** The figure that stands, where one does. */
  readonly stands?: Stands
  readonly kind?: 'figure' | 'time' | 'words'
  readonly isCovered?: boolean
  readonly placeholder?: string
  readonly write: (text: string) => void
}

/** A box with its label, and below it what is wrong with what stands in it, once it was left. [ENT1] */
export const Box = (props: BoxProps) => {
  const { name, label, kind = 'figure' } = props
  const judged = judge(props)
  const { stands, fault, below } = judged
  return (
    <div
      class="box"
      data-kind={kind}
      data-fault={fault === null ? undefined : 'true'}
      data-stands={stands}
    >
      <label class="box-name" for={`box-${name}`}>
        {label}
      </label>
      <Input {...props} judged={judged} />
      {below !== undefined && (
        <p id={`about-${name}`} class={fault === null ? 'part-note' : 'box-fault'}>
          {below}
        </p>
      )}
    </div>
  )
}

type Judged = {
  /** Of the box, in words; and the same once it was left. */
  readonly wrong: string | null
  readonly fault: string | null
  /** Whether it is the figure that stands; undefined where none does. */
  readonly stands: 'same' | 'other' | undefined
  readonly below: string | undefined
}

const judge = ({ entry, name, figure, stands, note, fault: other }: BoxProps): Judged => {
  const wrong = figure?.kind === 'unclear' ? figure.words : (other ?? null)
  const fault = entry.focused.value === name ? null : wrong
  const isSame = countOf(figure) === stands
  return {
    wrong,
    fault,
    stands: stands === undefined ? undefined : isSame ? 'same' : 'other',
    below: fault ?? note ?? standsWords(stands, isSame),
  }
}

const Input = (props: BoxProps & { readonly judged: Judged }) => {
  const { entry, name, text, kind = 'figure', isCovered = false, judged } = props
  const isHere = entry.focused.value === name
  return (
    <input
      id={`box-${name}`}
      data-box={name}
      type="text"
      inputmode={kind === 'figure' ? 'numeric' : 'text'}
      enterkeyhint="next"
      autocomplete="off"
      spellcheck={kind === 'words'}
      maxlength={kind === 'words' ? 500 : 20}
      aria-invalid={judged.fault !== null}
      aria-describedby={judged.below === undefined ? undefined : `about-${name}`}
      placeholder={props.placeholder}
      value={isCovered && !isHere ? '•••••' : text}
      onInput={({ currentTarget }) => props.write(currentTarget.value)}
      onFocus={({ currentTarget }) => {
        if (isCovered) uncover(currentTarget, text)
        entry.focused.value = name
      }}
      onBlur={() => leave(entry, judged.wrong)}
    />
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
