import { render } from 'preact'
import { takeDelivery } from '../parts/delivery.ts'
import { followNight } from '../parts/follow-night.ts'
import { NoNight } from '../parts/no-night.tsx'
import { createBooks } from '../parts/reading.ts'
import { constituencyIn } from '../seat/address.ts'
import { createContest } from './contest.ts'
import { readWritingToken } from '../parts/writing-token.ts'
import { EntryPage } from './entry-page.tsx'
import { SeatsPage } from './seats-page.tsx'
import { createEntry } from './state.ts'
import { TokenPage } from './token-page.tsx'

const token = readWritingToken()
const { night, delivered, token: viewToken } = takeDelivery()
const seat = constituencyIn(location.pathname)
const root = document.getElementById('entry') ?? document.body
root.replaceChildren()

if (night === null) {
  render(<NoNight />, root)
} else if (seat === '') {
  render(
    <SeatsPage
      followed={followNight({ night, delivered, token: token ?? viewToken })}
      hasToken={token !== null}
    />,
    root,
  )
} else if (token === null) {
  render(<TokenPage words={null} />, root)
} else {
  const followed = followNight({ night, delivered, token })
  const { contest } = createBooks(night, token)
  const place = { night, seat, token }
  render(
    <EntryPage
      entry={createEntry(
        place,
        followed,
        createContest(() => contest(seat)),
      )}
    />,
    root,
  )
}
