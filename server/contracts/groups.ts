import { alerts } from './groups/alerts.ts'
import { declarations } from './groups/declarations.ts'
import { deskCalls, people } from './groups/desk.ts'
import { contract, house } from './groups/house.ts'
import { nights } from './groups/nights.ts'
import { replays } from './groups/replays.ts'
import { webDesk } from './groups/web-desk.ts'
import type { Group } from './route.ts'

/** Every address that outsiders may rely on. A route of the server that is not here fails a test, and so does the reverse. */
export const groups: readonly Group[] = [
  nights,
  webDesk,
  declarations,
  deskCalls,
  people,
  replays,
  alerts,
  house,
  contract,
]
