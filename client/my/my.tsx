import type { Board } from '@night/shared/board'
import { ownTime } from '@night/shared/tally/schedule'
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { modeWords } from '../night-clock.ts'
import type { Followed } from '../parts/follow-night.ts'
import { ModeMark } from '../parts/mode-mark.tsx'
import { Spoken } from '../parts/spoken.tsx'
import { useNightMinute } from '../parts/use-night-minute.ts'
import type { Alerts } from './alerts/alerts.ts'
import { AlertsView } from './alerts/alerts-view.tsx'
import { ageOf } from './age.ts'
import { type Choice, keepChoice, keptChoice, mine, toggled } from './choice.ts'
import { Chooser } from './chooser.tsx'
import { MySeat } from './my-seat.tsx'
import { restOfTheNight } from './rest.ts'

type MyProps = {
  readonly night: string
  readonly followed: Followed
  readonly alerts: Alerts
  readonly hasSignal: ReadonlySignal<boolean>
}

/** A reporter's own seats, large and first; the rest of the night in one line. [MY2] */
export const My = ({ night, followed, alerts, hasSignal }: MyProps) => {
  const { board, history, now, spoken } = followed
  const clock = useNightMinute(history, now)
  const mode = board.value?.night.mode
  useSignalEffect(() => {
    if (board.value) document.title = `My seats: ${board.value.night.title}`
  })
  const { problem } = history.value
  return (
    <div
      class={mode !== undefined && mode !== 'live' ? 'my not-live' : 'my'}
      data-mode={mode}
      data-seq={board.value?.seq}
    >
      <Head followed={followed} />
      <main>
        <AgeBar {...{ followed, hasSignal }} />
        {board.value ? (
          <Seats board={board.value} {...{ night, alerts, clock }} say={followed.say} />
        ) : (
          <p class="my-wait" data-problem={problem?.code}>
            {problem?.title ?? 'Waiting for the night'}
          </p>
        )}
      </main>
      <Spoken spoken={spoken} />
    </div>
  )
}

const Head = ({ followed: { board, history } }: Pick<MyProps, 'followed'>) => {
  if (!board.value) return null
  const { night, state } = board.value
  return (
    <header class="my-head">
      <h1>{night.title}</h1>
      <ModeMark mode={night.mode} words={modeWords(night.mode, history.value.clock, state)} />
    </header>
  )
}

const AgeBar = ({ followed: { history, now }, hasSignal }: Omit<MyProps, 'night' | 'alerts'>) => {
  const state = useComputed(() => ageOf(history.value, now.value, hasSignal.value).state)
  const words = useComputed(() => ageOf(history.value, now.value, hasSignal.value).words)
  return (
    <p class="my-age" data-age={state.value}>
      {words.value}
    </p>
  )
}

type SeatsProps = {
  readonly board: Board
  readonly night: string
  readonly alerts: Alerts
  readonly clock: ReadonlySignal<number | null>
  readonly say: Followed['say']
}

const Seats = ({ board, night, alerts, clock, say }: SeatsProps) => {
  const choice = useSignal<Choice>(keptChoice(night))
  const ids = Object.keys(board.seatsById)
  const chosen = mine(choice.value, ids)
  const isChoosing = useSignal(chosen.length === 0)
  const change = (id: string): void => {
    const now = toggled(chosen, id)
    choice.value = now
    keepChoice(night, now)
  }
  return (
    <>
      <Mine {...{ board, night, chosen, clock, say }} />
      {isChoosing.value && <Chooser {...{ board, chosen, change }} />}
      <p class="my-rest">
        {restOfTheNight(board)} <a href={lookBackFrom(night, chosen[0])}>Look back</a>
      </p>
      {chosen.length > 0 && (
        <button
          type="button"
          class="my-choose"
          aria-expanded={isChoosing.value}
          onClick={() => {
            isChoosing.value = !isChoosing.value
          }}
        >
          {isChoosing.value ? 'Done' : 'Choose seats'}
        </button>
      )}
      <AlertsView {...{ alerts, board, chosen }} />
    </>
  )
}

/** Where any moment of this night is looked at, with the first of my seats, and the way back here. [RPR5] */
const lookBackFrom = (night: string, seat: string | undefined): string => {
  const id = encodeURIComponent(night)
  const there = seat === undefined ? '' : `&screen=seat&seat=${seat}`
  return `/replay?night=${id}${there}&back=${encodeURIComponent(`/my?night=${id}`)}`
}

const Mine = ({
  board,
  night,
  chosen,
  clock,
  say,
}: Omit<SeatsProps, 'alerts'> & { readonly chosen: readonly string[] }) => {
  const seats = chosen.map((id) => board.seatsById[id]).filter((seat) => seat !== undefined)
  const { pollsClose } = board.night
  const now = ownTime(board, clock.value)
  if (seats.length === 0) return null
  return (
    <ol class="my-seats" aria-label="My seats">
      {seats.map((seat) => (
        <MySeat key={seat.contest.constituency.id} {...{ seat, night, pollsClose, now, say }} />
      ))}
    </ol>
  )
}
