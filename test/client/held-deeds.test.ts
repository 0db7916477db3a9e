import { createDeeds, type Sending } from '@night/client/held/deeds'
import { createLists } from '@night/client/held/look'
import type { Talk } from '@night/client/parts/talk'
import { expect, test } from 'vitest'

const away = { ok: false, status: 0, code: 'away', words: 'The server cannot be reached.' } as const
const nobody: Talk = {
  get: () => Promise.resolve(away),
  post: () => Promise.resolve(away),
  patch: () => Promise.resolve(away),
  remove: () => Promise.resolve(away),
}

test.each<[Sending['to'], string]>([
  ['notes', 'it still counts once'],
  ['flashes', 'it still counts once'],
  ['withdrawals', 'it still counts once'],
  ['status', 'it may be said twice'],
])('[HLD7] where nobody answers, %s say what sending them again would do', async (to, again) => {
  const said: string[] = []
  const { send } = createDeeds({
    talk: nobody,
    path: '/api/nights/n',
    lists: createLists(),
    leave: () => expect.unreachable('nobody refused the token'),
    say: (words) => void said.push(words),
    nameOf: String,
    look: () => Promise.resolve(),
  })
  const done = await send({ to, body: {}, about: 'Of Tamworth', tell: () => {} })
  expect(done.ok).toBe(false)
  expect(done.words).toContain('The server cannot be reached. It may have come in all the same:')
  expect(done.words).toContain(again)
  expect(said).toEqual([done.words])
})
