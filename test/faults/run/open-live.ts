import { caller } from '../../support/call.ts'
import { until } from '../../support/until.ts'

type Opening = { readonly night: string; readonly from: string }

/** Opens a live night, which two people arm; as often as it takes, since something may just have been killed. */
export const openLive = async (url: string, { night, from }: Opening): Promise<void> => {
  const call = caller(url)
  const insist = (person: typeof call, path: string, body: object): Promise<unknown> =>
    until(`${path} is taken`, async () => {
      const answer = await person('POST', path, body).catch(() => null)
      // Whoever asked before may have been told nothing.
      if (answer === null || answer.status >= 500) return null
      if (answer.status < 300 || answer.status === 409) return { body: answer.body }
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    })
  await insist(call, '/api/nights', { id: night, mode: 'live', from })
  const scope = { name: 'Second person', role: 'editor', nights: [night] }
  const second = Object(Object(await insist(call, '/api/officers', scope)).body).token
  for (const person of [call, call.as(String(second))])
    await insist(person, `/api/nights/${night}/arming`, { phrase: `GO LIVE ${night}` })
}
