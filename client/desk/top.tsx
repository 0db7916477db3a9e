import type { Board } from '@night/shared/board'
import { silenceOf } from '@night/shared/silence'
import { signedCount } from '@night/shared/tally/figure'
import { clockTime, weekday } from '@night/shared/time'
import { type ReadonlySignal, useComputed } from '@preact/signals'
import { modeWords, shownTime } from '../night-clock.ts'
import { againstWords } from '../night-words.ts'
import type { Followed } from '../parts/follow-night.ts'
import { ModeMark } from '../parts/mode-mark.tsx'
import { PartyChip } from '../parts/party-chip.tsx'
import { useAge } from '../parts/use-age.ts'
import { standingsIn } from './standings.ts'
import type { Desk } from './state.ts'
import { type Says, sayings } from './view.ts'

type TopProps = { readonly followed: Followed; readonly desk: Desk }

export const Top = ({ followed, desk }: TopProps) => {
  const { board, history } = followed
  const night = board.value?.night
  return (
    <header class="top">
      <h1>
        <a href="/">
          <Title title={night?.title ?? 'Results night'} />
        </a>
      </h1>
      {board.value && night && (
        <ModeMark
          mode={night.mode}
          words={modeWords(night.mode, history.value.clock, board.value.state)}
        />
      )}
      <State board={board} desk={desk} />
      <Clock followed={followed} />
      <Buttons followed={followed} desk={desk} />
    </header>
  )
}

const Buttons = ({ followed: { board }, desk }: TopProps) => {
  const night = board.value?.night
  return (
    <nav class="top-buttons" aria-label="Panels">
      {(night?.mode === 'live' || night?.mode === 'rehearsal') && (
        <a href={`/desk/held?night=${encodeURIComponent(night.id)}`}>Held back</a>
      )}
      <button type="button" aria-pressed={desk.view.value.notes} onClick={() => desk.obey('notes')}>
        Notes <span>{board.value?.notes.length ?? 0}</span>
      </button>
      {night && night.mode !== 'recorded' && (
        <button type="button" onClick={() => desk.obey('look-back')}>
          Look back
        </button>
      )}
      <button type="button" onClick={() => desk.obey('help')}>
        Keys <kbd aria-hidden="true">?</kbd>
      </button>
    </nav>
  )
}

/** What follows a colon stands below: "By-elections, 19 October 2023: Tamworth and Mid Bedfordshire". */
const Title = ({ title }: { readonly title: string }) => {
  const [first, ...rest] = title.split(': ')
  return (
    <>
      {first}
      {rest.length > 0 && (
        <>
          <span class="unseen">: </span>
          <span class="top-more">{rest.join(': ')}</span>
        </>
      )}
    </>
  )
}

type StateProps = Pick<TopProps, 'desk'> & { readonly board: ReadonlySignal<Board | null> }

const State = ({ board, desk }: StateProps) => {
  const state = useComputed(() => board.value && standingsIn(board.value, desk.view.value.place))
  if (!state.value) return null
  const { words, parties, others } = state.value
  return (
    <div class="state">
      <p class="state-tally">{words}</p>
      <ol aria-label="Seats, and net change">
        {parties.map(({ party, seats, net }) => (
          <li key={party}>
            <PartyChip party={party} /> <b>{seats}</b> <span>{signedCount(net)}</span>
          </li>
        ))}
        {others && (
          <li>
            Others <b>{others.seats}</b> <span>{signedCount(others.net)}</span>
          </li>
        )}
      </ol>
    </div>
  )
}

const Clock = ({ followed: { history, now, board } }: { readonly followed: Followed }) => {
  const time = useComputed(() => shownTime(history.value, now.value))
  const words = useComputed(() =>
    time.value === null ? '' : `${weekday(time.value)} ${clockTime(time.value)}`,
  )
  if (board.value?.night.mode === 'recorded') return null
  const [day = '', clock = ''] = words.value.split(' ')
  return (
    <p class="top-clock" data-clock>
      <span>{day}</span> <b>{clock}</b>
    </p>
  )
}

const saysNames: Readonly<Record<Says, string>> = {
  everything: 'Everything',
  listed: 'What is listed',
  nothing: 'Nothing',
}

/** What the live region says of what arrives. [DSK14] */
const SaysChoice = ({ desk: { view, look } }: Pick<TopProps, 'desk'>) => (
  <label class="foot-says">
    Spoken
    <select
      value={view.value.says}
      onChange={({ currentTarget }) =>
        look({ says: sayings.find((one) => one === currentTarget.value) ?? view.value.says })
      }
    >
      {sayings.map((says) => (
        <option key={says} value={says}>
          {saysNames[says]}
        </option>
      ))}
    </select>
  </label>
)

/** A replay that is faster runs ahead of what it sends, by more than a silence that matters. */
const fastest = 60

/** The foot: how far the table may be believed, and what its words are measured against. */
export const Foot = ({ followed, desk }: TopProps) => {
  const { history, now, board } = followed
  const { state, words } = useAge(followed)
  const shown = desk.chosen.value.rows.length
  const silence = useComputed(() => {
    const time = shownTime(history.value, now.value)
    const speed = history.value.clock?.speed ?? 'max'
    // While we hear nothing ourselves, nothing can be said of the feed.
    if (!board.value || time === null || state.value !== 'fresh') return null
    if (speed === 'max' || speed > fastest) return null
    return silenceOf(board.value, time)
  })
  const isOdd = silence.value !== null && silence.value.state !== 'as-expected'
  return (
    <footer class="foot" data-state={state.value}>
      <p class="foot-age">{words.value}</p>
      {isOdd && <p data-silence={silence.value?.state}>{silence.value?.words}</p>}
      <p>
        {shown} of {Object.keys(board.value?.seatsById ?? {}).length} seats shown
      </p>
      <SaysChoice desk={desk} />
      {board.value && <p>Gain, hold and swing: {againstWords(board.value)}</p>}
    </footer>
  )
}
