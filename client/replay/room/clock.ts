import type { Replay, ReplayChange } from '@night/shared/replay'
import { milliseconds } from '@night/shared/time'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { HeardClock, History } from '../../history.ts'
import { shownTime } from '../../night-clock.ts'
import type { Talk, Told } from '../../parts/talk.ts'
import type { Tape } from '../tape.ts'
import type { View } from '../view.ts'
import { createDriving } from './driving.ts'
import type { RoomFollowed } from './follow-room.ts'
import { pathOf, type Room } from './room.ts'

type Parts = {
  readonly talk: Talk
  readonly room: Room
  readonly followed: RoomFollowed
  readonly tape: ReadonlySignal<Tape>
  /** The screen's own clock. */
  readonly read: () => number
}

/** A room's clock, and what moves it. */
export type RoomClock = {
  /** As it was heard, or as the server answered since. */
  readonly history: ReadonlySignal<History>
  readonly time: ReadonlySignal<number>
  readonly state: ReadonlySignal<Pick<View, 'speed' | 'isPlaying'>>
  /** Why the last move was refused. */
  readonly refusal: ReadonlySignal<string>
  readonly move: (change: ReplayChange) => void
  readonly step: () => void
}

export const createRoomClock = ({ talk, room, followed, tape, read }: Parts): RoomClock => {
  const answered = signal<HeardClock | null>(null)
  /** Where it was sent, until the server has answered. */
  const aim = signal<number | null>(null)
  const refusal = signal('')
  const clock = computed(() => later(followed.history.value.clock, answered.value))
  const history = computed((): History => ({ ...followed.history.value, clock: clock.value }))
  const onTold = (told: Told<Replay>, isLast: boolean): void =>
    batch(() => {
      if (isLast) aim.value = null
      if (told.ok) {
        const { position, speed, playing } = told.answer
        answered.value = { now: position, speed, playing, heardAt: read() }
        return room.know(told.answer)
      }
      refusal.value = told.words
      if (told.status === 401 || told.status === 403) room.leave(told.words)
      void room.look()
    })
  const driving = createDriving({ talk, path: pathOf(room.replay.value.id), onTold })
  return {
    history,
    refusal,
    time: computed(() => {
      const time = aim.value ?? shownTime(history.value, followed.now.value)
      return within(tape.value, time ?? tape.value.start)
    }),
    state: computed(() => {
      const { speed, playing } = clock.value ?? room.replay.value
      return { speed, isPlaying: playing }
    }),
    move: (change) => {
      refusal.value = ''
      if (change.position !== undefined) aim.value = milliseconds(change.position)
      driving.move(change)
    },
    step: driving.step,
  }
}

const within = ({ start, end }: Tape, time: number): number => Math.min(end, Math.max(start, time))

const later = (heard: HeardClock | null, answered: HeardClock | null): HeardClock | null =>
  answered && (heard === null || answered.heardAt > heard.heardAt) ? answered : heard
