import { useSignal } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { Written } from './calls.ts'
import type { Sending } from './deeds.ts'
import type { Fault } from './fields.tsx'
import type { Work } from './work.ts'

type DeskFormProps<Call extends object> = {
  readonly work: Work
  readonly to: Sending['to']
  readonly action: string
  readonly read: (form: FormData) => Written<Call>
  /** What it is about, in words: "Note on Tamworth". */
  readonly about: (call: Call) => string
  /** Asks once more in these words, where it goes out at once and cannot be taken back. */
  readonly question?: (call: Call) => string
  readonly onDone?: () => void
  readonly children: (fault: Fault) => ComponentChildren
}

/** One thing that the desk says: its fields, a button, and what became of it. */
export const DeskForm = <Call extends object>(props: DeskFormProps<Call>) => {
  const form = useRef<HTMLFormElement>(null)
  const { fault, asked, told, isBusy, submit } = useDeskForm(props, form)
  return (
    <form
      noValidate
      ref={form}
      onInput={() => (asked.value = null)}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy.peek()) submit(new FormData(event.currentTarget))
      }}
    >
      {props.children(fault.value)}
      {asked.value !== null && <p class="question">{asked.value}</p>}
      <div class="buttons">
        <button type="submit" class="do" aria-disabled={isBusy.value}>
          {asked.value === null ? props.action : `Yes: ${props.action.toLowerCase()}`}
        </button>
        {asked.value !== null && (
          <button
            type="button"
            onClick={() => {
              asked.value = null
              form.current?.querySelector<HTMLElement>('.do')?.focus()
            }}
          >
            Cancel
          </button>
        )}
      </div>
      {told.value !== '' && <p class="told">{told.value}</p>}
    </form>
  )
}

const useDeskForm = <Call extends object>(
  { work, to, about, question, read, onDone }: DeskFormProps<Call>,
  form: RefObject<HTMLFormElement | null>,
) => {
  const fault = useSignal<Fault>(null)
  const asked = useSignal<string | null>(null)
  const told = useSignal('')
  const isBusy = useSignal(false)
  const send = async (call: Call): Promise<void> => {
    isBusy.value = true
    const tell = (words: string): void => void (told.value = words)
    const done = await work.send({ to, body: call, about: about(call), tell })
    isBusy.value = false
    told.value = `${about(call)}. ${done.words}`
    asked.value = null
    if (!done.ok) return
    form.current?.reset()
    onDone?.()
  }
  const submit = (data: FormData): void => {
    const written = read(data)
    fault.value = written.ok ? null : written
    told.value = ''
    if (!written.ok) {
      const field = form.current?.elements.namedItem(written.field)
      return field instanceof HTMLElement ? field.focus() : undefined
    }
    const asks = question?.(written.call) ?? null
    if (asks === null || asked.peek() === asks) return void send(written.call)
    asked.value = asks
    work.say(asks)
  }
  return { fault, asked, told, isBusy, submit }
}
