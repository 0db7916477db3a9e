import { instant } from '@night/shared/time'
import { useSignal } from '@preact/signals'
import { dropWritingToken, readWritingToken } from '../parts/writing-token.ts'
import { createTalk } from '../parts/talk.ts'
import type { Deck } from './deck.ts'
import { TokenDialog } from './token-dialog.tsx'

const talk = createTalk(readWritingToken)
/** What is as fast as it looks good is no speed of a night's clock. */
const fast = 300

/** What is asked of the server: the same night from the same place, driven by whoever shares it. [RPR1] */
const roomFrom = ({ night, view, place }: Deck): object => {
  const { speed, isPlaying } = view.value
  return {
    of: night.value.definition.id,
    speed: speed === 'max' ? fast : speed,
    position: instant(place().time),
    playing: isPlaying,
    control: 'take',
  }
}

const addressOf = (id: string, { screen, seat }: Deck['view']['value']): string => {
  const query = new URLSearchParams({ room: id, screen, ...(seat !== '' && { seat }) })
  return `/replay?${query.toString()}`
}

/** Begins a room where this replay stands, and goes there. [RPR1] */
export const Share = ({ deck }: { readonly deck: Deck }) => {
  const isAsking = useSignal(false)
  const isBusy = useSignal(false)
  const why = useSignal('')
  if (deck.night.value.mode !== 'recorded') return null
  const share = async (): Promise<void> => {
    if (isBusy.peek()) return
    if (readWritingToken() === null) return void (isAsking.value = true)
    isBusy.value = true
    const told = await talk.post<{ id: string }>('/api/replays', roomFrom(deck))
    isBusy.value = false
    if (told.ok) return location.assign(addressOf(told.answer.id, deck.view.value))
    if (told.status !== 401 && told.status !== 403) {
      isAsking.value = false
      return deck.refuse(told.words)
    }
    dropWritingToken()
    why.value = told.status === 401 ? 'The desk does not know that token.' : told.words
    isAsking.value = true
  }
  return (
    <>
      <button
        type="button"
        aria-label="Share: everyone follows"
        title="Everyone follows, and you drive"
        onClick={() => void share()}
      >
        Share<span class="share-more">: everyone follows</span>
      </button>
      <TokenDialog isOpen={isAsking} purpose="Share this replay" why={why.value} onToken={share} />
    </>
  )
}
