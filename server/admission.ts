import { Handshake, type Problem } from '@night/shared/protocol'
import type { Access } from './access.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { formWords } from './form-words.ts'
import { problem } from './problems.ts'

export type Admitted = {
  readonly admitted: true
  readonly handshake: Handshake
  readonly night: Night
}
type Admission = Admitted | { readonly admitted: false; readonly problem: Problem }

const turnedAway = (reason: Problem): Admission => ({ admitted: false, problem: reason })

/** Its log is not void: this server is late. */
const behind = problem(
  'redis-away',
  'This server has not read the night’s log that far yet. Connect again shortly.',
)

/** Looks at what a screen says when it connects: is it well formed, may it read, is there such a night. [FEED5 SEC3] */
export const admit = async (nights: Nights, access: Access, hello: string): Promise<Admission> => {
  const handshake = handshakes.get(hello) ?? readHandshake(hello)
  if (typeof handshake === 'string') return turnedAway(problem('does-not-fit', handshake))
  const { token, night: id, since } = handshake
  try {
    if (!(await access.mayRead(token ?? null))) {
      return turnedAway(problem('no-token', 'Reading needs the view token of this house.'))
    }
    // A night that is followed already is in memory: a screen need not wait for Redis to see it.
    const night = nights.now(id) ?? (await nights.find(id))
    if (!night) return turnedAway(problem('no-such-thing', `There is no night “${id}”.`))
    if (since && (await nights.isBehind(id, since))) return turnedAway(behind)
    return { admitted: true, handshake, night }
  } catch {
    return turnedAway(
      problem('redis-away', 'The log of the night cannot be read just now. Connect again shortly.'),
    )
  }
}

/** What many say alike, as they do when a server comes back: the latest, by their JSON. Nothing with a token. */
const handshakes = new Map<string, Handshake>()
const mostKept = 32

/** What a hello says; or, in words, where it does not fit. */
const readHandshake = (hello: string): Handshake | string => {
  const parsed = Handshake.safeParse(parsedJson(hello))
  if (!parsed.success) return formWords(parsed.error)
  if (parsed.data.token !== undefined) return parsed.data
  const [oldest] = handshakes.keys()
  if (oldest !== undefined && handshakes.size >= mostKept) handshakes.delete(oldest)
  handshakes.set(hello, parsed.data)
  return parsed.data
}

const parsedJson = (text: string): unknown => {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return null
  }
}
