import { signal } from '@preact/signals'
import { createPageFeed } from '../../page-feed.ts'
import { begin, type History } from '../../history.ts'
import { createSpeaker } from '../../parts/speaker.ts'
import { type Moment, momentAfter, noMoment } from '../../wall/moment.ts'

const beat = 200

/** The room's night as every screen follows it, and the voice that says what comes. */
export const followRoom = (night: string, token: string | undefined) => {
  const history = signal<History>(begin(null, Date.now()))
  const moment = signal<Moment>(noMoment)
  const now = signal(Date.now())
  const speaker = createSpeaker()
  const feed = createPageFeed({ night, token })
  feed.subscribe((heard) => {
    now.value = Date.now()
    moment.value = momentAfter(moment.value, heard.arrived, now.value)
    history.value = heard
    speaker.hear(heard.arrived, now.value)
  })
  setInterval(() => {
    now.value = Date.now()
    speaker.tick(now.value)
  }, beat)
  return { history, moment, now, spoken: speaker.spoken, say: speaker.say }
}
export type RoomFollowed = ReturnType<typeof followRoom>
