import type { Answer } from './post.ts'
import type { Outcome } from './sender.ts'

/** Who is called, as the words name it, and which statuses mean that it wants nothing more. */
type Side = {
  readonly name: string
  readonly goneAt: readonly number[]
  readonly gone: string
}

/** What an answer means for the alert, in words. [ALR24] */
export const answerToOutcome = (answer: Answer, side: Side): Outcome => {
  switch (answer.kind) {
    case 'not-called':
      return { outcome: 'refused', words: answer.words }
    case 'unreachable':
      return { outcome: 'later', words: `${side.name} ${answer.words}.`, after: null, isAway: true }
    case 'answered':
      return statusToOutcome(answer, side)
  }
}

type Answered = Extract<Answer, { kind: 'answered' }>

const statusToOutcome = ({ status, after }: Answered, side: Side): Outcome => {
  const say = (what: string): string => `${side.name} ${what} (${status}).`
  if (status >= 200 && status < 300) return { outcome: 'sent', words: say('has it') }
  if (side.goneAt.includes(status)) return { outcome: 'gone', words: say(side.gone) }
  if (status >= 500) return { outcome: 'later', words: say('has a fault of its own'), after }
  const passing = passes[status]
  return passing === undefined
    ? { outcome: 'refused', words: say(refusals[status] ?? refusalOf(status)) }
    : { outcome: 'later', words: say(passing), after }
}

const passes: Readonly<Record<number, string>> = {
  408: 'was not ready',
  425: 'was not ready',
  429: 'asks us to send less often',
}

const refusals: Readonly<Record<number, string>> = {
  400: 'did not understand the message',
  401: 'does not accept our signature',
  403: 'does not accept our signature',
  404: 'does not know this address',
  413: 'finds the message too long',
}

const refusalOf = (status: number): string =>
  status >= 300 && status < 400
    ? 'sends us on to another address, where we do not go'
    : 'refused the message'
