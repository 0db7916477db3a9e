import { plural } from '@night/shared/figures'
import type { Fault } from '@night/shared/last-fault'
import type { AlertStep, CanaryMeasures, Measures, WalkStepName } from '@night/shared/measures'
import { milliseconds } from '@night/shared/time'

/** What was heard last, when (milliseconds), and why there is nothing newer. */
export type Heard = {
  readonly measures: Measures | null
  readonly at: number | null
  readonly fault: string | null
}

type Judged = { readonly state: 'well' | 'waiting' | 'alarm'; readonly words: string }

/** Seconds after which figures are called old; they are asked for every five. */
const oldAfter = 15

/** How far the page may be believed; how old it is stands apart, since it changes every second. [ALR52] */
export const ageOf = ({ at, fault }: Heard, now: number): Judged & { readonly age: string } => {
  if (at === null) {
    return fault === null
      ? { state: 'waiting', words: 'Reading', age: '' }
      : { state: 'alarm', words: `Nothing could be read. ${fault}`, age: '' }
  }
  const age = Math.max(0, (now - at) / 1000)
  if (age <= oldAfter) return { state: 'well', words: '', age: `Read ${Math.floor(age)} s ago` }
  return {
    state: 'alarm',
    words: `OLD: ${fault ?? 'The server does not answer.'}`,
    age: `This is how it was ${spanWords(age)} ago.`,
  }
}

/** Seconds: one flies every three minutes and is home within one more. */
const overdueAfter = 240

/** Whether an alert has come through from end to end. [ALR52] */
export const canaryWords = (canary: CanaryMeasures | null): Judged => {
  if (canary === null) return { state: 'waiting', words: 'None: web push is off in this house.' }
  const { ageSeconds } = canary
  if (ageSeconds === null) return { state: 'alarm', words: 'It has not come home yet.' }
  const words = `It came home ${spanWords(ageSeconds)} ago.`
  return ageSeconds <= overdueAfter
    ? { state: 'well', words }
    : { state: 'alarm', words: `${words} Alerts may not arrive.` }
}

/** "48 µs", "0.4 ms", "40 ms", "2.4 s", "45 s", "12 min", "3 h"; to be set in a column. */
export const secondsWords = (seconds: number | null): string => {
  if (seconds === null) return '–'
  if (seconds < 0.0001) return `${Math.round(seconds * 1_000_000)} µs`
  if (seconds < 0.01) return `${(seconds * 1000).toFixed(1)} ms`
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  if (seconds < 6000) return `${Math.round(seconds / 60)} min`
  return `${Math.round(seconds / 3600)} h`
}

/** "40 seconds", "12 minutes", "3 hours". */
export const spanWords = (seconds: number): string => {
  if (seconds < 60) return plural(Math.floor(seconds), 'second')
  if (seconds < 3600) return plural(Math.floor(seconds / 60), 'minute')
  return plural(Math.floor(seconds / 3600), 'hour')
}

/** Seconds from one moment to a later one, on one clock. */
export const secondsBetween = (from: string, to: string): number =>
  Math.max(0, milliseconds(to) - milliseconds(from)) / 1000

/** Seconds for which an error is news. */
const newsFor = 600

/** What was logged as an error last, at a time of the server's clock. [OBS6] */
export const faultWords = (fault: Fault | null, now: string): Judged => {
  if (fault === null) return { state: 'well', words: 'None.' }
  const age = secondsBetween(fault.at, now)
  const where = fault.night === null ? '' : ` Night: ${fault.night}.`
  return {
    state: age <= newsFor ? 'alarm' : 'waiting',
    words: `${spanWords(age)} ago: ${fault.words}.${where}`,
  }
}

/** What happens between two moments, to somebody who never saw the code. */
export const alertStepWords: Readonly<Record<AlertStep['to'], string>> = {
  computed: 'Declared, until worked out',
  queued: 'Worked out, until queued',
  sent: 'Queued, until sent',
  acknowledged: 'Sent, until the device has it',
}

/** The same of a declaration. */
export const walkStepWords: Readonly<Record<WalkStepName, string>> = {
  door: 'Received, until answered',
  queue: 'Queued, until a worker takes it',
  decide: 'Taken, until decided',
  append: 'Decided, until in the log',
  tail: 'Published, until read here',
  gather: 'Read, until handed on',
  write: 'Handed on, until written to every screen here',
  whole: 'Received, until written to every screen here',
}
