import { between, type Random } from '@night/worker/rehearsal/random'
import { caller } from '../../support/call.ts'
import {
  inBatches,
  isProblem,
  malformedCalls,
  malformedHellos,
  sayHello,
} from '../../support/malformed.ts'
import { ofKind } from '../reading.ts'
import { noted } from './disturbances.ts'
import { most } from './figures.ts'
import type { Stand } from './stand.ts'

const bodies = 8000
const greetings = 2000
const allowed = 30_000_000

/** Ten thousand bodies and greetings that are nearly right go to both servers while the night goes on. */
export const sendMalformed = (stand: Stand, random: Random): Promise<void> =>
  noted(stand, { fault: 'malformed', of: 'bodies and greetings' }, async () => {
    const { night, urls, found, memory } = stand
    const seed = between(random, 0, 2 ** 31 - 1)
    const calls = await malformedCalls(night, { count: bodies, seed })
    const hellos = malformedHellos(night, { count: greetings, seed })
    const callers = urls.map((url) => caller(url))
    const places = calls.map((call, place) => ({ ...call, place }))
    const send = (some: typeof places) =>
      inBatches(some, async ({ path, body, place }) => {
        const answer = await callers[place % callers.length]?.('POST', path, body)
        return answer !== undefined && isProblem(answer)
      })
    const greet = (some: readonly unknown[]) =>
      inBatches(some, (hello) => sayHello(urls[Math.floor(random() * urls.length)] ?? '', hello))
    // Once for the memory that a server takes when it has much to do; what it keeps of them shows the second time.
    await send(places)
    await greet(hellos)
    const before = ofKind(await stand.probed(), 'memory')
    memory.most = { server: most(before.map(({ bytes }) => bytes)) + allowed }
    const refused = await send(places)
    const told = await greet(hellos)
    found('malformed bodies', refused.length)
    found('not refused with a problem', refused.filter((isRefused) => !isRefused).length)
    found('malformed greetings', told.length)
    found(
      'neither refused nor closed',
      told.filter((one) => one !== 'refused' && one !== 'closed').length,
    )
    const after = await stand.probed()
    stand.noteProbed(ofKind(after, 'memory'))
    found('more memory in a server, MB', growth(before, ofKind(after, 'memory')))
    found('server processes', new Set(after.map(({ pid }) => pid)).size)
  })

type Held = { readonly bytes: number }
const growth = (before: readonly Held[], after: readonly Held[]): number => {
  const [was, is] = [before, after].map((all) => most(all.map(({ bytes }) => bytes)))
  return Math.round(((is ?? 0) - (was ?? 0)) / 100_000) / 10
}
