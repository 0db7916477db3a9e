import type { Board } from '@night/shared/board'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type ComponentType, render } from 'preact'
import { createPageFeed } from '../page-feed.ts'
import { begin, type History } from '../history.ts'
import { onceAFrame } from '../once-a-frame.ts'
import { takeDelivery } from '../parts/delivery.ts'
import { listenToLookBack } from '../parts/look-back.ts'
import { keepStillWhereAsked, keepToLettersWhereAsked } from '../still.ts'
import { type Moment, momentAfter, noMoment } from './moment.ts'
import { NoNight } from './no-night.tsx'
import { keepAwake } from './wake-lock.ts'

/** What every wall is drawn from. */
export type WallProps = {
  readonly history: ReadonlySignal<History>
  readonly board: ReadonlySignal<Board | null>
  readonly moment: ReadonlySignal<Moment>
  readonly now: ReadonlySignal<number>
}

/** Follows the night of the page's address and draws it, for as long as the page is open. */
export const openWall = (Screen: ComponentType<WallProps>): void => {
  const { night, delivered, token } = takeDelivery()
  const root = document.getElementById('wall') ?? document.body
  keepStillWhereAsked()
  keepToLettersWhereAsked()
  root.replaceChildren()
  if (night === null) {
    render(<NoNight />, root)
    return
  }
  const history = signal(begin(delivered, Date.now()))
  const moment = signal(noMoment)
  const now = signal(Date.now())
  const feed = createPageFeed({ night, delivered, token })
  feed.subscribe(
    onceAFrame((heard) => {
      now.value = Date.now()
      moment.value = momentAfter(moment.value, heard.arrived, now.value)
      history.value = heard
    }),
  )
  // The one timer of the page: clock, age of the data and the end of a moment all read it.
  setInterval(() => {
    now.value = Date.now()
  }, 200)
  const board = computed(() => history.value.board)
  render(<Screen {...{ history, board, moment, now }} />, root)
  keepAwake()
  listenToLookBack()
}
