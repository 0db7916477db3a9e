import { NightEvent } from '@night/shared/event'
import { ClockMessage, Handshake, NightMessage, Passed } from '@night/shared/protocol'
import { type ProblemCode, problem } from '../problems.ts'
import type { Examples } from './examples.ts'
import { formRef, type Json } from './forms.ts'
import { refusalDetails } from './refusal-details.ts'
import { refusalName } from './refusals.ts'

/** Something that goes over a channel, from the server's side: it sends or receives. */
type Message = {
  readonly id: string
  readonly channel: 'screens' | 'events'
  readonly action: 'send' | 'receive'
  readonly message: {
    readonly name: string
    readonly summary: string
    readonly payload: Json
    readonly examples: readonly Json[]
  }
}

/** Why a screen may be refused: at the door, or because its night is gone. */
const refusals: readonly ProblemCode[] = ['does-not-fit', 'no-token', 'no-such-thing', 'redis-away']

const example = (name: string, payload: unknown): Json => ({ name, payload })

export const messagesOf = ({ event, board }: Examples): readonly Message[] => [
  ...toScreens({ event, board }),
  {
    id: 'liveEvent',
    channel: 'events',
    action: 'send',
    message: {
      name: 'message',
      summary: 'One event of the night; the id of the message is its seq.',
      payload: formRef(NightEvent),
      examples: [example('declared', event)],
    },
  },
  {
    id: 'reset',
    channel: 'events',
    action: 'send',
    message: {
      name: 'reset',
      summary: 'The reader’s place is not in this log: everything follows from the start.',
      payload: { type: 'object', additionalProperties: false },
      examples: [example('reset', {})],
    },
  },
]

type Shown = Pick<Examples, 'event' | 'board'>

const screenMessage = (
  name: string,
  { payload, examples }: { readonly payload: Json; readonly examples: readonly Json[] },
  summary: string,
): Message => ({
  id: name,
  channel: 'screens',
  action: name === 'handshake' ? 'receive' : 'send',
  message: { name, summary, payload, examples },
})

const toScreens = (shown: Shown): readonly Message[] => [
  screenMessage(
    'handshake',
    { payload: formRef(Handshake), examples: handshakes(shown.event) },
    'What a screen says when it connects, in `auth`: its night, the last event it holds, what it wants to hear, its token.',
  ),
  screenMessage(
    'night',
    { payload: formRef(NightMessage), examples: firstMessages(shown) },
    'Once after connecting, and when the log became another: the whole board, or exactly what was missed. `reset` says that what the screen held is not this log’s.',
  ),
  screenMessage(
    'event',
    { payload: { anyOf: [formRef(NightEvent), formRef(Passed)] }, examples: events(shown.event) },
    'One event as it comes; to a follower, in place of one that it does not follow, how far it is complete.',
  ),
  screenMessage(
    'clock',
    { payload: formRef(ClockMessage), examples: clocks(shown.event) },
    'The night’s clock: when it changes, every ten seconds, and every second in which nothing else was sent.',
  ),
  screenMessage(
    'refused',
    {
      payload: {
        oneOf: refusals.map((code) => ({ $ref: `#/components/schemas/${refusalName(code)}` })),
      },
      examples: refusals.map((code) => example(code, problem(code, refusalDetails[code]))),
    },
    'A problem, before the server closes the connection.',
  ),
]

const events = (event: Shown['event']): Json[] => [
  example('declared', event),
  example('passed', { upTo: event.seq, hash: event.hash }),
]

const clocks = ({ at, publishedAt }: Shown['event']): Json[] => [
  example('live', { now: publishedAt, speed: 1, playing: true }),
  example('replay', { now: at, speed: 30, playing: false }),
]

const handshakes = ({ night, seq, hash }: Shown['event']): Json[] => [
  example('everything', { night }),
  example('resumed', { night, since: { seq, hash } }),
  example('followed', { night, follow: { parties: ['lab'], gainsOnly: true } }),
]

const firstMessages = ({ event, board }: Shown): Json[] => {
  const { night } = event
  const { seq, hash } = board
  return [
    example('board', { night, board, seq }),
    example('missed', { night, events: [event], seq, hash }),
  ]
}
