import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { ArmingForm } from './arming-form.tsx'
import { FlashForm } from './flash-form.tsx'
import type { ColumnProps } from './held-column.tsx'
import { NoteForm } from './note-form.tsx'
import { PeopleForm } from './people-form.tsx'
import { PutRightForm } from './put-right-form.tsx'
import { StatusForm } from './status-form.tsx'

const forms = [
  ['put-right', 'Correct or withdraw a seat', PutRightForm],
  ['status', 'How a count goes', StatusForm],
  ['note', 'A note or a quote', NoteForm],
  ['flash', 'A flash: who has won', FlashForm],
  ['people', 'Officers and editors', PeopleForm],
] as const

type Name = (typeof forms)[number][0]

/** What the desk itself says of the night: one form is open at a time, and what was written in another stays. */
export const SaysColumn = ({ work, board }: ColumnProps) => {
  const open = useSignal<Name | null>(null)
  const isFresh = board.night.mode === 'live' && board.seq <= 1
  return (
    <section class="column" aria-labelledby="says-title" tabIndex={0}>
      <h2 id="says-title">The desk says</h2>
      {(isFresh || work.unarmed.value !== '') && <ArmingForm work={work} />}
      {forms.map(([name, title, Form]) => (
        <Fold
          key={name}
          name={name}
          title={title}
          isOpen={open.value === name}
          toggle={() => (open.value = open.peek() === name ? null : name)}
        >
          <Form {...{ work, board }} isOpen={open.value === name} />
        </Fold>
      ))}
    </section>
  )
}

type FoldProps = {
  readonly name: Name
  readonly title: string
  readonly isOpen: boolean
  readonly toggle: () => void
  readonly children: ComponentChildren
}

const Fold = ({ name, title, isOpen, toggle, children }: FoldProps) => (
  <div class="fold" data-open={isOpen}>
    <h3>
      <button type="button" aria-expanded={isOpen} aria-controls={`fold-${name}`} onClick={toggle}>
        {title}
      </button>
    </h3>
    <div id={`fold-${name}`} class="fold-body" hidden={!isOpen}>
      {children}
    </div>
  </div>
)
