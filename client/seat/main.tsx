import { render } from 'preact'
import { takeDelivery } from '../parts/delivery.ts'
import { followNight } from '../parts/follow-night.ts'
import { listenToLookBack } from '../parts/look-back.ts'
import { NoNight } from '../parts/no-night.tsx'
import { createBooks } from '../parts/reading.ts'
import { constituencyIn } from './address.ts'
import { SeatPage } from './seat-page.tsx'

const { night, delivered, token } = takeDelivery()
const root = document.getElementById('seat') ?? document.body
root.replaceChildren()

if (night === null) {
  render(<NoNight />, root)
} else {
  const followed = followNight({ night, delivered, token })
  const books = createBooks(night, token)
  listenToLookBack()
  render(<SeatPage id={constituencyIn(location.pathname)} {...{ followed, books }} />, root)
}
