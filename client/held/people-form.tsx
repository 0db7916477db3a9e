import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { ChoiceField, type Fault, TextField } from './fields.tsx'
import type { ColumnProps } from './held-column.tsx'
import { createPeople, type Made, type People } from './people.ts'
import { seatOptions } from './seat-options.ts'

/** Milliseconds between two looks at whom another desk has made or revoked. */
const pause = 2000

type PeopleFormProps = ColumnProps & { readonly isOpen: boolean }

/** Who may write into this night: made here, shown their token once, and revoked. [HLD8] */
export const PeopleForm = ({ work, board, isOpen }: PeopleFormProps) => {
  const people = useRef(createPeople(work)).current
  const made = useSignal<Made | null>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    void people.look()
    const timer = setInterval(() => void people.look(), pause)
    return () => clearInterval(timer)
  }, [isOpen])
  return (
    <>
      {people.isHouse.value === true && <NewPerson {...{ work, board, people, made }} />}
      {people.isHouse.value === false && (
        <p class="part-note">
          These may write into this night. Only the house’s own token makes and revokes people.
        </p>
      )}
      {made.value !== null && <Token made={made.value} />}
      <Everybody people={people} />
    </>
  )
}

const Everybody = ({ people: { all, isHouse, revoke } }: { readonly people: People }) => {
  const list = useRef<HTMLUListElement>(null)
  // Whoever was revoked is gone, and the button with the focus too.
  const hasFocus = list.current?.contains(document.activeElement) === true
  useEffect(() => {
    if (hasFocus && document.activeElement === document.body) list.current?.focus()
  }, [all.value])
  return (
    <ul class="people" aria-label="People" tabIndex={-1} ref={list}>
      {all.value.map(({ id, name, words }) => (
        <li key={id}>
          <span>
            <b>{name}</b> {words}
          </span>
          {isHouse.value === true && <Revoke name={name} revoke={() => revoke(id)} />}
        </li>
      ))}
    </ul>
  )
}

type RevokeProps = { readonly name: string; readonly revoke: () => Promise<string> }

/** A token that was revoked does not come back, so it is asked for twice. */
const Revoke = ({ name, revoke }: RevokeProps) => {
  /** Null until it was asked for once: then the focus comes back. */
  const isAsked = useSignal<boolean | null>(null)
  const fault = useSignal('')
  if (!isAsked.value) {
    return (
      <button
        type="button"
        data-revoke
        ref={isAsked.value === false ? focused : null}
        onClick={() => (isAsked.value = true)}
      >
        Revoke… <span class="unseen">{name}</span>
      </button>
    )
  }
  return (
    <span class="buttons">
      <button
        type="button"
        class="do"
        ref={focused}
        onClick={() => void revoke().then((words) => (fault.value = words))}
      >
        Yes: revoke <span class="unseen">{name}</span>
      </button>
      <button
        type="button"
        onClick={() => {
          isAsked.value = false
          fault.value = ''
        }}
      >
        Cancel
      </button>
      {fault.value !== '' && <span class="form-fault">{fault.value}</span>}
    </span>
  )
}

const focused = (button: HTMLElement | null): void => button?.focus()

type NewPersonProps = ColumnProps & { readonly people: People; readonly made: Signal<Made | null> }

const NewPerson = ({ work, board, people, made }: NewPersonProps) => {
  const form = useRef<HTMLFormElement>(null)
  const fault = useSignal<Fault>(null)
  const told = useSignal('')
  const submit = async (): Promise<void> => {
    const written = people.written(new FormData(form.current ?? undefined))
    fault.value = written.ok ? null : written
    if (!written.ok) return
    const answer = await people.make(written.call)
    made.value = answer.ok ? answer.made : null
    told.value = answer.ok ? '' : answer.words
    if (answer.ok) form.current?.reset()
    work.say(answer.ok ? `${answer.made.name} was made: the token is shown once` : answer.words)
  }
  return (
    <form
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField {...{ fault: fault.value, label: 'Name', name: 'name', most: 100 }} />
      <ChoiceField
        {...{ fault: fault.value, label: 'Declares', name: 'constituency' }}
        nothing="Nothing: an editor at this desk"
        options={seatOptions(board, () => true)}
      />
      <button type="submit" class="do">
        Make and show the token
      </button>
      {told.value !== '' && <p class="told">{told.value}</p>}
    </form>
  )
}

const Token = ({ made }: { readonly made: Made }) => (
  <div class="made" data-token>
    <p>
      The token of <b>{made.name}</b>. It is shown once: copy it now.
    </p>
    <code>{made.token}</code>
    {made.link !== null && (
      <p>
        Or give this address, which has it behind the #: <code>{made.link}</code>
      </p>
    )}
  </div>
)
