import type { Board, Seat } from '@night/shared/board'
import { useSignal } from '@preact/signals'
import { isFound, wordsIn } from '../parts/plain.ts'
import { Defender } from './defender.tsx'

type ChooserProps = {
  readonly board: Board
  readonly chosen: readonly string[]
  readonly change: (id: string) => void
}

/** As many as a phone shows above its keyboard. */
const most = 6

/** Finds seats by name, and puts them among mine or takes them away. [MY1] */
export const Chooser = ({ board, chosen, change }: ChooserProps) => {
  const text = useSignal('')
  const words = wordsIn(text.value)
  const all = Object.values(board.seatsById).map(({ contest }) => contest)
  const found = all.filter(({ constituency }) => isFound(words, constituency.name))
  const shown = words.length === 0 ? all.filter(isIn(chosen)) : found.slice(0, most)
  return (
    <section class="chooser" aria-label="Choose seats">
      <label>
        <span>{chosen.length === 0 ? 'Which seats are you at?' : 'Another seat'}</span>
        <input
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value
          }}
        />
      </label>
      <ul>
        {shown.map((contest) => (
          <Choosable key={contest.constituency.id} {...{ contest, chosen, change }} />
        ))}
      </ul>
      <p class="part-note chooser-hint">{hintFor(words, found.length, chosen.length)}</p>
    </section>
  )
}

const hintFor = (words: readonly string[], found: number, chosen: number): string => {
  if (words.length === 0) {
    return chosen > 0
      ? ''
      : 'Write a part of the name. Your seats stay on this phone, and are here without a signal too.'
  }
  if (found === 0) return 'No seat of this night has such a name.'
  return found > most ? `${found - most} more: write more of the name.` : ''
}

type ChoosableProps = Omit<ChooserProps, 'board'> & { readonly contest: Seat['contest'] }

const Choosable = ({ contest, chosen, change }: ChoosableProps) => {
  const { id, name } = contest.constituency
  const isMine = chosen.includes(id)
  return (
    <li>
      <button type="button" data-choose={id} aria-pressed={isMine} onClick={() => change(id)}>
        <span class="chooser-name">
          {name} <Defender contest={contest} />
        </span>
        <span class="chooser-mark">{isMine ? 'Remove' : 'Add'}</span>
      </button>
    </li>
  )
}

const isIn =
  (chosen: readonly string[]) =>
  ({ constituency }: { readonly constituency: { readonly id: string } }): boolean =>
    chosen.includes(constituency.id)
