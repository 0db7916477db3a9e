import type { Board } from '@night/shared/board'
import { declaredOf } from '@night/shared/tally/declared'
import { declaredIn } from '@night/shared/tally/seats'
import type { ReadonlySignal } from '@preact/signals'
import type { History } from '../../history.ts'
import type { Phase } from '../../night-words.ts'
import type { Said } from '../../statement.ts'
import type { Moment } from '../moment.ts'
import { Strap } from '../strap.tsx'
import { Ending } from './ending.tsx'
import { leadOf } from './lead.ts'
import { ElectionMap } from './map.tsx'
import { Lists } from './night-lists.tsx'
import { Opening } from './opening.tsx'
import { Scoreboard } from './scoreboard.tsx'
import { Swingometer } from './swingometer.tsx'
import { electionFact, majorityFact } from './strap-fact.ts'
import { useMap } from './use-map.ts'
import { useNightMinute } from '../../parts/use-night-minute.ts'

type ElectionProps = {
  readonly board: Board
  readonly picture: Phase
  readonly history: ReadonlySignal<History>
  readonly moment: ReadonlySignal<Moment>
  readonly now: ReadonlySignal<number>
}

/** A general election: the map, the last result, the parties and the line, what came and what is next. [GEW1] */
export const Election = (props: ElectionProps) => {
  const { board, picture, moment } = props
  const map = useMap(board)
  const isQuiet = declaredIn(board).length === 0
  const lead = picture === 'closed' ? null : leadOf(board)
  return (
    <div class="election" data-map={map.value === null ? 'none' : map.value.map}>
      <div class="election-country">
        <Count board={board} />
        {map.value !== null && (
          <ElectionMap
            map={map.value}
            lead={lead?.statement.constituency.id ?? null}
            arrived={moment.peek().seats}
            {...{ board, isQuiet }}
          />
        )}
        <Swingometer board={board} />
      </div>
      <News {...{ ...props, isQuiet, lead }} />
    </div>
  )
}

type NewsProps = ElectionProps & { readonly isQuiet: boolean; readonly lead: Said | null }

const News = ({ board, picture, history, moment, now, isQuiet, lead }: NewsProps) => {
  const clock = useNightMinute(history, now).value
  const isOver = picture === 'closed'
  const hash = lead?.statement.hash ?? ''
  return (
    <div class="election-news">
      {lead !== null && (
        <Strap
          key={hash}
          {...{ ...lead, mode: board.night.mode }}
          isNew={moment.peek().hashes.includes(hash)}
          isCompact
          first={lead.statement.kind === 'declared' ? majorityFact(board, lead.seat) : ''}
          fallback={electionFact(board, lead.seat)}
        />
      )}
      {lead === null && (isOver ? <Ending board={board} /> : <Opening {...{ board, clock }} />)}
      <Scoreboard {...{ board, isQuiet }} />
      <Lists
        lead={lead?.seat.contest.constituency.id ?? null}
        {...{ board, isOver, isQuiet, clock }}
      />
    </div>
  )
}

/** How many have declared, and how to read the map. */
const Count = ({ board }: { readonly board: Board }) => {
  const { declared, total } = declaredOf(board)
  return (
    <div class="count">
      <p data-tally>
        <b class="count-declared">{declared}</b> <span>of {total} declared</span>
      </p>
      <p class="count-key">
        {declared === 0 ? (
          'Faint: who defends'
        ) : (
          <>
            White<span class="count-key-edge"> edge</span>: gain
          </>
        )}
      </p>
      <p class="count-source">Map: Open Innovations, MIT</p>
    </div>
  )
}
