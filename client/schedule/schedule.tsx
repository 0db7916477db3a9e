import type { Board } from '@night/shared/board'
import { type KeySeat, keySeats } from '@night/shared/tally/key-seats'
import { type Due, scheduleOf } from '@night/shared/tally/schedule'
import type { ReadonlySignal } from '@preact/signals'
import { fit } from '../fit.ts'
import { tallyWords } from '../night-words.ts'
import { useNightMinute } from '../parts/use-night-minute.ts'
import { Frame } from '../wall/frame.tsx'
import type { WallProps } from '../wall/open-wall.tsx'
import { DueRow } from './due-row.tsx'
import { Everything } from './everything.tsx'

/** What is coming up: the wall beside the wall. [GEW9] */
export const Schedule = ({ history, board, now }: WallProps) => {
  const clock = useNightMinute(history, now)
  return (
    <Frame name="coming up" {...{ history, board, now }}>
      {board.value === null ? null : <ComingUp board={board.value} clock={clock} />}
    </Frame>
  )
}

type ComingUpProps = {
  readonly board: Board
  readonly clock: ReadonlySignal<number | null>
}

const ComingUp = ({ board, clock }: ComingUpProps) => {
  const { next, anyMinute, overdue, unknown } = scheduleOf(board, clock.value)
  const awaited = [...next, ...anyMinute, ...overdue, ...unknown]
  const keys = keySeats(board).filter(({ seat }) => seat.latest === null)
  const whys = new Map(keys.map(({ seat, why }) => [seat.contest.constituency.id, why]))
  const timed = [
    { title: 'Due next', rows: next },
    { title: 'Any minute', rows: anyMinute.toReversed(), head: 'Late' },
    { title: 'Overdue', rows: overdue, head: 'Late' },
    { title: 'No time known', rows: unknown },
  ].filter(({ rows }) => rows.length > 0)
  const [first, ...others] = timed
  if (!first) return <Everything board={board} />
  const recounts = { title: 'Recounts', rows: awaited.filter(({ isRecount }) => isRecount) }
  const aside = recounts.rows.length > 0 ? [recounts, ...others] : others
  const isCalm = aside.length < 2 && keys.length > 0
  return (
    <div class="coming">
      <header class="headline">
        <h2>Coming up</h2>
        <p data-tally>
          {keys.length > 0 && !isCalm && <StarNote />}
          {tallyWords(board)}, <b>{awaited.length}</b> to come
        </p>
      </header>
      <div class="coming-lists">
        <DueList {...{ ...first, whys, clock }} head="Majority" />
        <div class="coming-aside" data-lists={Math.min(3, aside.length + Number(isCalm))}>
          {isCalm && <ToWatch keys={keys} />}
          {aside.slice(0, 3).map((list) => (
            <DueList key={list.title} {...{ ...list, whys, clock }} />
          ))}
        </div>
      </div>
    </div>
  )
}

/** Where there is no room for the list of what to watch. */
const StarNote = () => (
  <span class="coming-star">
    <span class="due-star">★</span> To watch{' '}
  </span>
)

type DueListProps = {
  readonly title: string
  /** What the last figures of the rows are, where every row has one. */
  readonly head?: string
  readonly rows: readonly Due[]
  readonly whys: ReadonlyMap<string, string>
  readonly clock: ReadonlySignal<number | null>
}

/** So many are in the page; a wall shows those that it has room for. */
const most = 40

const DueList = ({ title, head, rows, whys, clock }: DueListProps) => {
  const isBadged = title === 'Recounts'
  return (
    <section class="coming-list" data-list={title.toLowerCase()}>
      <h3>
        {title} <b>{rows.length}</b>
        {head !== undefined && <span class="coming-head">{head}</span>}
      </h3>
      <ol>
        {rows.slice(0, most).map((due) => {
          const { id } = due.seat.contest.constituency
          return <DueRow key={id} {...{ due, isBadged }} why={whys.get(id)} now={clock.value} />
        })}
      </ol>
    </section>
  )
}

/** Ems of a name and why it is watched, on one line. */
const watchRoom = 19

/** When little is late, what is worth waiting for. */
const ToWatch = ({ keys }: { readonly keys: readonly KeySeat[] }) => (
  <section class="coming-list" data-list="to watch">
    <h3>
      <span class="due-star">★</span> To watch <b>{keys.length}</b>
    </h3>
    <ol>
      {keys.slice(0, most).map(({ seat, why }) => (
        <li
          class="to-watch"
          key={seat.contest.constituency.id}
          style={fit(seat.contest.constituency.name + why, watchRoom, 74)}
        >
          <span class="to-watch-name">{seat.contest.constituency.name}</span>
          <span class="to-watch-why">{why}</span>
        </li>
      ))}
    </ol>
  </section>
)
