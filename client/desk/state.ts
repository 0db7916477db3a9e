import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { shownMinute } from '../night-clock.ts'
import { copyAndSay } from '../parts/seat/copy-bar.tsx'
import type { Followed } from '../parts/follow-night.ts'
import { lookBack } from '../parts/look-back.ts'
import { choose, type Chosen } from './choose.ts'
import type { Statement } from '../statement.ts'
import type { Command } from './commands.ts'
import { type Row, rowsOf } from './rows.ts'
import { createSays } from './says.ts'
import { searchOf, type View, viewOf } from './view.ts'

/** What the desk shows and what may be done with it. */
export type Desk = {
  readonly view: ReadonlySignal<View>
  readonly chosen: ReadonlySignal<Chosen>
  /** The seat that keys act on; nothing at first. */
  readonly cursor: ReadonlySignal<string>
  readonly isHelping: ReadonlySignal<boolean>
  /** Counts the moves by key, so that the table shows the row. */
  readonly moves: ReadonlySignal<number>
  /** The night's clock to the minute; null where there is none. */
  readonly minute: ReadonlySignal<number | null>
  readonly look: (change: Partial<View>) => void
  readonly obey: (command: Command) => void
  /** Whether what came of a seat is spoken. */
  readonly isSaid: (statement: Statement) => boolean
}

/** One step back closes the drawer; nothing else is a step. */
const goTo = (address: string, isStep: boolean): void => {
  if (isStep) globalThis.history.pushState(null, '', address)
  else globalThis.history.replaceState(null, '', address)
}

/** The desk's state: the address is the view, the feed is the rest. [DSK1] */
export const createDesk = (night: string, { history, board, now, say }: Followed): Desk => {
  const view = signal(viewOf(location.search))
  const marked = signal(view.value.seat)
  const isHelping = signal(false)
  const moves = signal(0)
  const minute = computed(() => shownMinute(history.value, now.value))
  const rows = computed((): Row[] => (board.value ? rowsOf(board.value, minute.value) : []))
  const chosen = computed(() => choose(rows.value, view.value))
  const cursor = computed(() => cursorIn(chosen.value, view.value, marked.value))
  const look = (change: Partial<View>): void => {
    const opens = change.seat !== undefined && change.seat !== '' && view.value.seat === ''
    view.value = { ...view.value, ...change }
    if (change.seat) marked.value = change.seat
    goTo(location.pathname + searchOf(night, view.value), opens)
  }
  addEventListener('popstate', () => {
    // Whoever steps out of a drawer has not chosen to hear something else.
    view.value = { ...viewOf(location.search), says: view.value.says }
    goTo(location.pathname + searchOf(night, view.value), false)
  })
  const move = (to: (place: number, count: number) => number): void => {
    const { rows } = chosen.value
    const place = rows.findIndex(({ id }) => id === cursor.value)
    const row = rows[Math.max(0, Math.min(rows.length - 1, to(place, rows.length)))]
    if (!row) return
    marked.value = row.id
    moves.value += 1
    if (view.value.seat !== '') look({ seat: row.id })
  }
  const leave = (): void => {
    const isOpen = view.value.seat !== '' || view.value.notes
    look({ seat: '', notes: false })
    // Back to the row that was looked at.
    if (isOpen) moves.value += 1
  }
  const obey = createObedience({ view, cursor, isHelping, look, leave, move }, { board, say })
  const isSaid = createSays({ history, rows, view })
  return { view, chosen, cursor, isHelping, moves, minute, look, obey, isSaid }
}

/** Keys act on a seat that is shown: the open one, the marked one, or the first that a search has found. [DSK6] */
const cursorIn = ({ rows }: Chosen, { seat, text }: View, marked: string): string => {
  if (seat !== '') return seat
  if (rows.some(({ id }) => id === marked)) return marked
  return text === '' ? '' : (rows[0]?.id ?? '')
}

type Hands = {
  readonly view: ReadonlySignal<View>
  readonly cursor: ReadonlySignal<string>
  readonly isHelping: { value: boolean }
  readonly look: Desk['look']
  readonly leave: () => void
  readonly move: (to: (place: number, count: number) => number) => void
}

const createObedience =
  ({ view, cursor, isHelping, look, leave, move }: Hands, night: Pick<Followed, 'board' | 'say'>) =>
  (command: Command): void => {
    switch (command) {
      case 'next':
        return move((place) => place + 1)
      case 'previous':
        return move((place) => place - 1)
      case 'first':
        return move(() => 0)
      case 'last':
        return move((_, count) => count - 1)
      case 'open':
        if (cursor.value !== '') look({ seat: cursor.value, notes: false })
        return
      case 'close':
        if (isHelping.value) isHelping.value = false
        else leave()
        return
      case 'notes':
        return look({ notes: !view.value.notes, seat: '' })
      case 'look-back':
        return lookBack()
      case 'help':
        isHelping.value = !isHelping.value
        return
      case 'copy':
        return copySnap(cursor.value, night)
      case 'search':
        focusSearch()
    }
  }

const focusSearch = (): void => {
  const search = document.querySelector<HTMLInputElement>('[type=search]')
  search?.focus()
  search?.select()
}

const copySnap = (id: string, { board, say }: Pick<Followed, 'board' | 'say'>): void => {
  const seat = board.value?.seatsById[id]
  if (!seat) return say('Choose a seat first: j and k.')
  if (!seat.latest) return say(`${seat.contest.constituency.name} has not declared.`)
  void copyAndSay('snap', seat.latest.words.snap, say)
}
