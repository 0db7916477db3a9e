import { statusIn } from './calls.ts'
import { DeskForm } from './desk-form.tsx'
import { AreaField, ChoiceField, type Option, TimeField } from './fields.tsx'
import type { ColumnProps } from './held-column.tsx'
import { nightNow } from './night-now.ts'
import { isAwaited, seatOptions } from './seat-options.ts'

const states: readonly Option[] = [
  ['counting', 'Counting'],
  ['recount', 'Recount'],
  ['expected', 'Expected at a time'],
  ['imminent', 'Imminent'],
  ['adjourned', 'Adjourned'],
]

/** How a count goes, until it has declared. */
export const StatusForm = ({ work, board }: ColumnProps) => (
  <DeskForm
    work={work}
    to="status"
    action="Say how the count goes"
    read={(form) => statusIn(form, nightNow(work))}
    about={({ constituency }) => `The count in ${work.nameOf(constituency)}`}
  >
    {(fault) => (
      <>
        <ChoiceField
          {...{ fault, label: 'Constituency', name: 'constituency' }}
          nothing="Choose a constituency"
          options={seatOptions(board, isAwaited)}
        />
        <div class="field-pair">
          <ChoiceField
            {...{ fault, label: 'The count', name: 'status', options: states }}
            nothing="Choose"
          />
          <TimeField {...{ fault, label: 'Expected at', name: 'expectedAt' }} note="London" />
        </div>
        <AreaField
          {...{ fault, label: 'In words', name: 'text' }}
          note="if anything is to be added"
          most={300}
          rows={2}
        />
      </>
    )}
  </DeskForm>
)
