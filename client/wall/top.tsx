import type { Board } from '@night/shared/board'
import type { Mode } from '@night/shared/night'
import { clockTime, weekday } from '@night/shared/time'
import { type ReadonlySignal, useComputed } from '@preact/signals'
import { fit } from '../fit.ts'
import { freshness } from '../freshness.ts'
import type { History } from '../history.ts'
import { modeWords, shownTime } from '../night-clock.ts'
import { ModeMark } from '../parts/mode-mark.tsx'

type TopProps = {
  readonly history: ReadonlySignal<History>
  readonly board: ReadonlySignal<Board | null>
  readonly now: ReadonlySignal<number>
}

export const Top = ({ history, board, now }: TopProps) => {
  const { title, subtitle } = titleParts(board.value?.night.title ?? 'Results night')
  const measure = measures[board.value?.night.mode ?? 'live']
  return (
    <header class="top">
      <h1 class="top-title">
        <a href="/">
          <span class="fit" style={fit(title, measure)}>
            {title}
          </span>
          {subtitle !== undefined && (
            <>
              <span class="unseen">, </span>
              <span class="top-subtitle fit" style={fit(subtitle, measure * 1.25)}>
                {subtitle}
              </span>
            </>
          )}
        </a>
      </h1>
      <NightMode history={history} board={board} />
      <Age history={history} now={now} />
      {/* A recording has no clock: only its times. */}
      {board.value?.night.mode !== 'recorded' && <NightClock history={history} now={now} />}
    </header>
  )
}

const longTitle = 30

/** Ems that clock and mode leave for the title. */
const measures: Readonly<Record<Mode, number>> = {
  live: 13.5,
  rehearsal: 9.3,
  replay: 9.3,
  recorded: 20,
}

/** "By-elections, 19 October 2023: Tamworth and Mid Bedfordshire" stands in two lines. */
const titleParts = (whole: string): { title: string; subtitle?: string } => {
  const colon = whole.indexOf(': ')
  const at = colon < 0 && whole.length > longTitle ? whole.lastIndexOf(', ') : colon
  return at < 0 ? { title: whole } : { title: whole.slice(0, at), subtitle: whole.slice(at + 2) }
}

const NightMode = ({ history, board }: Pick<TopProps, 'history' | 'board'>) => {
  const words = useComputed(() =>
    board.value ? modeWords(board.value.night.mode, history.value.clock, board.value.state) : null,
  )
  if (!board.value || words.value === null) return null
  return (
    <p class="top-mode">
      <ModeMark mode={board.value.night.mode} words={words.value} />
    </p>
  )
}

const shortWords = {
  connecting: 'connecting',
  delayed: 'delayed',
  stale: 'no news',
  lost: 'connection lost',
  refused: 'refused',
  void: 'log put back',
} as const

/** A word beside the clock; the whole sentence stands at the foot. */
const Age = ({ history, now }: Pick<TopProps, 'history' | 'now'>) => {
  const fresh = useComputed(() => freshness(history.value, now.value).state)
  const words = useComputed(() => {
    const { state, words } = freshness(history.value, now.value)
    return state === 'fresh' ? words : shortWords[state]
  })
  return (
    <p class="top-age" data-state={fresh.value}>
      {words.value}
    </p>
  )
}

const NightClock = ({ history, now }: Pick<TopProps, 'history' | 'now'>) => {
  const time = useComputed(() => shownTime(history.value, now.value))
  const day = useComputed(() => (time.value === null ? '' : weekday(time.value)))
  const clock = useComputed(() => (time.value === null ? '' : clockTime(time.value)))
  return (
    <p class="top-clock" data-clock>
      <span class="top-day">{day.value}</span> <span class="top-time">{clock.value}</span>
    </p>
  )
}
