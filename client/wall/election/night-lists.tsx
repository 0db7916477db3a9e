import type { Board } from '@night/shared/board'
import { grouped } from '@night/shared/figures'
import { closest, swungMost } from '@night/shared/tally/extremes'
import { firstNews, lastMinute } from '@night/shared/tally/news'
import { scheduleOf } from '@night/shared/tally/schedule'
import { pairThatMatters } from '@night/shared/tally/swing'
import { clockTime } from '@night/shared/time'
import { shortName } from '../../seat-words.ts'
import { DueLines, ResultLines, resultLines } from './lists.tsx'

type ListsProps = {
  readonly board: Board
  readonly isOver: boolean
  readonly isQuiet: boolean
  /** The seat that the strap has, which the list leaves out. */
  readonly lead: string | null
  /** The night's clock. */
  readonly clock: number | null
}

const lines = 3
/** In the quiet hour there is room for two columns, and for more where nothing was said of any seat yet. */
const quietLines = [5, 5]
const quietBelowStrap = [lines, lines]

/** Below the parties: what came and what is next; when the night is over, what will be remembered. */
export const Lists = ({ board, isOver, isQuiet, lead, clock }: ListsProps) => {
  if (isOver) return <Remembered board={board} />
  return (
    <div class="lists">
      {!isQuiet && <JustDeclared {...{ board, lead }} />}
      <DueNext {...{ board, clock, isQuiet, lead }} />
    </div>
  )
}

const JustDeclared = ({ board, lead }: Pick<ListsProps, 'board' | 'lead'>) => {
  const minute = lastMinute(board)
  const others = firstNews(board, lines + 1).filter(
    ({ contest }) => contest.constituency.id !== lead,
  )
  const [first] = minute
  const shown = resultLines(others, lines)
  const told = [lead, ...shown.map(({ seat }) => seat.contest.constituency.id)]
  // Names on two lines leave room for fewer.
  const rush = first && !minute.every(({ contest }) => told.includes(contest.constituency.id))
  return (
    <section class="list" aria-labelledby="just-declared">
      <h3 id="just-declared">
        {rush ? (
          <>
            Among <b>{minute.length}</b> declared at {clockTime(first.latest.at)}
          </>
        ) : (
          'Just declared'
        )}
      </h3>
      {others.length === 0 ? (
        <p class="list-none">The first of the night</p>
      ) : (
        <ResultLines lines={shown} />
      )}
    </section>
  )
}

type DueProps = Pick<ListsProps, 'board' | 'clock' | 'isQuiet' | 'lead'>

const DueNext = ({ board, clock, isQuiet, lead }: DueProps) => {
  const quiet = lead === null ? quietLines : quietBelowStrap
  const { next, anyMinute, overdue, unknown } = scheduleOf(board, clock)
  const others = [...anyMinute, ...overdue, ...unknown]
  const shown = next.length > 0 ? next : others
  return (
    <section class={isQuiet ? 'list list-wide' : 'list'} aria-labelledby="due-next">
      <h3 id="due-next">
        {next.length > 0 ? 'Due next' : 'Still to come'}
        {overdue.length > 0 && <span class="list-aside"> {overdue.length} overdue</span>}
      </h3>
      {shown.length === 0 ? (
        <p class="list-none">Nothing more</p>
      ) : (
        <DueLines due={shown} clock={clock} room={isQuiet ? quiet : [lines]} />
      )}
    </section>
  )
}

const Remembered = ({ board }: Pick<ListsProps, 'board'>) => {
  const pair = pairThatMatters(board)
  return (
    <div class="lists">
      <section class="list" aria-labelledby="closest">
        <h3 id="closest">Smallest majorities</h3>
        <ResultLines
          lines={resultLines(closest(board), lines, {
            figure: ({ latest }) => grouped(latest.result.majority.votes),
            isShort: true,
          })}
        />
      </section>
      {pair && (
        <section class="list" aria-labelledby="swung-most">
          <h3 id="swung-most">
            Largest swings, {shortName(pair.from)} and {shortName(pair.to)}
          </h3>
          <ResultLines
            lines={resultLines(swungMost(board, pair), lines, {
              figure: ({ latest }) => latest.result.swing?.printed ?? '',
              isShort: true,
            })}
          />
        </section>
      )}
    </div>
  )
}
