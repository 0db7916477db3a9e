import { render } from 'preact'
import { takeDelivery } from '../parts/delivery.ts'
import { followNight } from '../parts/follow-night.ts'
import { NoNight } from '../parts/no-night.tsx'
import { createBooks } from '../parts/reading.ts'
import { DeskScreen } from './desk.tsx'
import { listenToKeys } from './listen.ts'
import { createDesk } from './state.ts'

const { night, delivered, token } = takeDelivery()
const root = document.getElementById('desk') ?? document.body
root.replaceChildren()

if (night === null) {
  render(<NoNight />, root)
} else {
  const followed = followNight({ night, delivered, token, isSaid: (said) => desk.isSaid(said) })
  const desk = createDesk(night, followed)
  listenToKeys(desk.obey)
  render(<DeskScreen {...{ followed, desk }} books={createBooks(night, token)} />, root)
}
