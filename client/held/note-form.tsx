import { noteIn } from './calls.ts'
import { DeskForm } from './desk-form.tsx'
import { AreaField, ChoiceField, TextField } from './fields.tsx'
import type { ColumnProps } from './held-column.tsx'
import { seatOptions } from './seat-options.ts'

/** A quote, a reaction, a line of context; of a seat or of the night. */
export const NoteForm = ({ work, board }: ColumnProps) => (
  <DeskForm
    work={work}
    to="notes"
    action="Publish the note"
    read={noteIn}
    about={({ constituency }) =>
      constituency === null ? 'Note' : `Note on ${work.nameOf(constituency)}`
    }
  >
    {(fault) => (
      <>
        <AreaField {...{ fault, label: 'Words', name: 'text', most: 1000, rows: 3 }} />
        <div class="field-pair">
          <TextField {...{ fault, label: 'Speaker', name: 'speaker', most: 100 }} />
          <TextField {...{ fault, label: 'Role', name: 'role', most: 100 }} />
        </div>
        <div class="field-pair">
          <TextField {...{ fault, label: 'Source', name: 'source', most: 200 }} />
          <ChoiceField
            {...{ fault, label: 'Constituency', name: 'constituency' }}
            nothing="The whole night"
            options={seatOptions(board, () => true)}
          />
        </div>
      </>
    )}
  </DeskForm>
)
