import { QueuedAnswer } from '@night/shared/answer/fate'
import { deskToken } from './call.ts'
import { openHouse } from './house.ts'
import { declarationOf, october, tamworth } from './night.ts'

/** A night on which Tamworth's figures, sent by its hall, wait for the desk. */
export const withHeld = async (wrong: { majority?: number; valid?: number }) => {
  const house = await openHouse()
  const night = await house.desk.open(october)
  const hall = { name: 'Hall of Tamworth', nights: [night], constituencies: [tamworth] }
  const { token } = await house.desk.officer(hall)
  const path = `/api/nights/${night}/declarations`
  const right = await declarationOf(october, tamworth)
  const { body } = await house.call.as(token)('POST', path, { ...right, ...wrong })
  const { id } = QueuedAnswer.parse(body)
  await house.desk.decided(night, id)
  const address = `${house.server.url}/desk/held?night=${night}`
  return { ...house, night, id, right, address, open: `${address}#token=${deskToken}` }
}
