import { render } from 'preact'
import { takeDelivery } from '../parts/delivery.ts'
import { followNight } from '../parts/follow-night.ts'
import { NoNight } from '../parts/no-night.tsx'
import { createTalk } from '../parts/talk.ts'
import { CorrectionsScreen } from './corrections-screen.tsx'

const { night, delivered, token } = takeDelivery()
const root = document.getElementById('corrections') ?? document.body
root.replaceChildren()

if (night === null) {
  render(<NoNight />, root)
} else {
  const followed = followNight({ night, delivered, token })
  const talk = createTalk(() => token)
  render(<CorrectionsScreen {...{ night, followed, talk }} />, root)
}
