import { useSignal } from '@preact/signals'
import { dropWritingToken, readWritingToken } from '../../parts/writing-token.ts'
import { TokenDialog } from '../token-dialog.tsx'
import type { RoomClock } from './clock.ts'
import { Links } from './links.tsx'
import type { Room } from './room.ts'

type RoomLineProps = { readonly room: Room; readonly clock: RoomClock }

/** Who drives, and how to; and which screens follow. [RPR1 RPR2] */
export const RoomLine = ({ room, clock }: RoomLineProps) => (
  <div class="room" data-locked={room.isLocked.value}>
    <p class="room-driver">
      {room.isLocked.value && <Lock />}
      {room.words.value}
    </p>
    <div class="room-buttons">
      {room.isMine.value ? (
        <button type="button" onClick={() => clock.move({ control: 'release' })}>
          Let go
        </button>
      ) : (
        <Take room={room} clock={clock} />
      )}
      <Links night={room.replay.value.night} />
    </div>
  </div>
)

const Lock = () => (
  <svg viewBox="0 0 20 24" aria-hidden="true">
    <path d="M4 10V7a6 6 0 0 1 12 0v3h2v13H2V10zm3 0h6V7a3 3 0 0 0-6 0z" />
  </svg>
)

const Take = ({ room, clock }: RoomLineProps) => {
  const isAsking = useSignal(false)
  const take = async (): Promise<void> => {
    if (readWritingToken() !== null && (await room.enter())) {
      isAsking.value = false
      return clock.move({ control: 'take' })
    }
    dropWritingToken()
    isAsking.value = true
  }
  const isHeld = room.replay.value.controller !== null
  return (
    <>
      <button type="button" onClick={() => void take()}>
        {isHeld ? 'Take over' : 'Drive'}
      </button>
      <TokenDialog
        isOpen={isAsking}
        purpose="Drive this replay"
        why={room.why.value}
        onToken={take}
      />
    </>
  )
}
