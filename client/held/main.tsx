import { render } from 'preact'
import { takeDelivery } from '../parts/delivery.ts'
import { followNight } from '../parts/follow-night.ts'
import { NoNight } from '../parts/no-night.tsx'
import { readWritingToken } from '../parts/writing-token.ts'
import { WorkScreen } from './work-screen.tsx'
import { createWork } from './work.ts'

// Before the delivery, which would take it for the token to read with.
const token = readWritingToken()
const { night, delivered, token: viewToken } = takeDelivery()
const root = document.getElementById('held') ?? document.body
root.replaceChildren()

// A key that is held down has not decided a second time.
addEventListener('keydown', (event) => {
  const isWriting = event.target instanceof HTMLTextAreaElement
  if (event.repeat && event.key === 'Enter' && !isWriting) event.preventDefault()
})

if (night === null) {
  render(<NoNight />, root)
} else {
  const followed = followNight({ night, delivered, token: token ?? viewToken })
  render(<WorkScreen work={createWork({ night, followed, token })} />, root)
}
