import { partyOf } from '@night/shared/party'
import { useSignal } from '@preact/signals'
import { flashIn } from './calls.ts'
import { DeskForm } from './desk-form.tsx'
import { ChoiceField } from './fields.tsx'
import type { ColumnProps } from './held-column.tsx'
import { isAwaited, seatOptions } from './seat-options.ts'

/** Who has won, before there are figures. It goes on air at once, so it is asked for twice. */
export const FlashForm = ({ work, board }: ColumnProps) => {
  const seat = useSignal('')
  const contest = work.contests.value.find(({ constituency }) => constituency.id === seat.value)
  const candidates = contest?.candidates ?? []
  const nameOf = (id: string): string => candidates.find((one) => one.id === id)?.name ?? id
  return (
    <DeskForm
      work={work}
      to="flashes"
      action="Say who has won"
      read={flashIn}
      about={({ constituency }) => `Flash for ${work.nameOf(constituency)}`}
      question={({ constituency, candidate }) =>
        `Say on every screen that ${nameOf(candidate)} has won ${work.nameOf(constituency)}, figures to follow?`
      }
      onDone={() => (seat.value = '')}
    >
      {(fault) => (
        <>
          <ChoiceField
            {...{ fault, label: 'Constituency', name: 'constituency' }}
            nothing="Choose a constituency"
            options={seatOptions(board, isAwaited)}
            onChoose={(id) => (seat.value = id)}
          />
          <ChoiceField
            {...{ fault, label: 'Who has won', name: 'candidate' }}
            nothing={seat.value === '' ? 'Choose a constituency first' : 'Choose a candidate'}
            options={candidates.map(({ id, name, party }) => [
              id,
              `${name}, ${partyOf(party).short}`,
            ])}
          />
        </>
      )}
    </DeskForm>
  )
}
