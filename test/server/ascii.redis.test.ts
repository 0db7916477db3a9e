import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { october } from '../support/night.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

test('[FEED18] what screens are sent is ASCII, and says what it said', async () => {
  const { desk, server } = await openHouse()
  const night = await desk.open(october)
  const screen = openScreen(server.url, { night }, { transports: ['websocket'] })
  await until('it is there', () => screen.seen.board?.seq === 1)
  const messages: string[] = []
  screen.socket.io.engine.on('message', (message: unknown) => messages.push(String(message)))
  const text = 'Ynys Môn, “Dŵr” ’24, \\u00f4 as it is written 😀'
  await desk.say(night, 'notes', { text })
  // A screen that came first is sent the opening of the night too.
  const note = await until('it has the note', () =>
    screen.seen.events.find(({ kind }) => kind === 'note'),
  )
  expect(note).toMatchObject({ text })
  const [message] = messages.filter((one) => one.includes('"note"'))
  expect(message).toMatch(/^[\x20-\x7e]+$/)
  expect(message).toContain('Ynys M\\u00f4n')

  const later = openScreen(server.url, { night }, { transports: ['polling'] })
  await until('who comes later has it', () => later.seen.board?.notes[0]?.text === text)
})
