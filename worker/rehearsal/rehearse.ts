import type { Clock } from '@night/shared/time'
import { clockTime } from '@night/shared/time'
import { conduct, doorOf, type Sent } from './conduct.ts'
import { type Answered, fateOf, type Told } from './fate.ts'
import { caller, createHouse, type House } from './house.ts'
import type { Order } from './order.ts'
import { scenarioOf } from './scenario.ts'
import { type Score, scoreOf } from './score.ts'
import type { Step } from './step.ts'
import { readUpTo } from './up-to.ts'

export type Parts = {
  readonly clock: Clock
  /** Ends early when the rehearsal is stopped. */
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly isStopped: () => boolean
  readonly say: (text: string) => void
  readonly progress: (text: string) => void
}

type Rehearsed = {
  readonly night: string
  readonly title: string
  readonly nameById: ReadonlyMap<string, string>
  readonly score: Score
}

/** Opens a rehearsal of a recorded night, sends a scenario through the front door, and scores it. [RHS2 RHS3 RHS4] */
export const rehearse = async (
  order: Omit<Order, 'token-file' | 'json'> & { readonly token: string },
  parts: Parts,
): Promise<Rehearsed> => {
  const { clock, sleep, say } = parts
  const { url, scenario, seed } = order
  const house = createHouse(caller({ url, clock, sleep }, order.token))
  const knock = createHouse(caller({ url, clock, sleep, patience: 0 }, order.token))
  const { mode, ...definition } = await knock.night(order.night)
  if (mode !== 'recorded') throw new Error(onlyRecorded(order.night, mode))
  const recorded = { definition, events: await house.events(order.night), seed }
  const steps = scenarioOf(scenario, recorded)
  const night = await openRehearsal(house, order, clock)
  const nameById = new Map(
    definition.contests.map(({ constituency }) => [constituency.id, constituency.name]),
  )
  say(`TEST: rehearsal “${scenario}” of ${definition.title}, ${steps.length} steps, seed ${seed}.`)
  say(`The desk is at ${url}/desk?night=${night}, what is held at ${url}/desk/held?night=${night}`)
  const tell = (step: Step, sent: number): void => {
    const name = nameById.get(step.send.body.constituency ?? '') ?? 'the night'
    parts.progress(`TEST ${clockTime(step.at)} ${sent} of ${steps.length}: ${name}`)
  }
  const sender = await house.editor(`REHEARSAL ${scenario}`, night)
  try {
    const send = doorOf(caller({ url, clock, sleep }, sender.token), night)
    const sent = await conduct(steps, order.speed, { ...parts, send, tell })
    const answered = await settled(house, { night, sent }, parts)
    const read = () => house.events(night)
    const events = await readUpTo(lastOf(answered), { read, clock, sleep })
    const fates = answered.map((one) => fateOf(one, events))
    return { night, title: definition.title, nameById, score: scoreOf(steps, fates) }
  } finally {
    await house.dismiss(sender.id)
  }
}

const onlyRecorded = (night: string, mode: string): string =>
  `“${night}” is a ${mode} night. Only recorded nights are rehearsed; nothing was sent.`

/** A night of its own, and never one that is anything but a rehearsal. */
const openRehearsal = async (
  house: House,
  { night, scenario }: Pick<Order, 'night' | 'scenario'>,
  clock: Clock,
): Promise<string> => {
  const opened = await house.open(`rehearsal-${scenario}-${clock.now().toString(36)}`, night)
  const { mode } = await house.night(opened.id)
  if (opened.mode === 'rehearsal' && mode === 'rehearsal') return opened.id
  throw new Error(`The house opened a ${mode} night where a rehearsal was asked for: nothing sent.`)
}

const patience = 30_000

/** What became of each, when all is decided. Throws in words when nothing is. */
const settled = async (
  house: House,
  { night, sent }: { readonly night: string; readonly sent: readonly Sent[] },
  { clock, sleep }: Parts,
): Promise<Answered[]> => {
  const deadline = clock.now() + patience
  const toldById = new Map<string, Told>()
  const ids = new Set(sent.flatMap(({ answer }) => ('id' in answer ? [answer.id] : [])))
  for (const id of ids) {
    let told = await house.told(night, id)
    while (told.status === 'queued' && clock.now() < deadline) {
      await sleep(50)
      told = await house.told(night, id)
    }
    toldById.set(id, told)
  }
  if (ids.size > 0 && [...toldById.values()].every(({ status }) => status === 'queued'))
    throw new Error('Nothing that was sent was decided. Is the worker running?')
  return sent.map(({ sentAt, answer }): Answered => {
    if ('refused' in answer) return { sentAt, answer: { kind: 'refused', words: answer.refused } }
    const told = toldById.get(answer.id) ?? { status: 'queued' }
    return { sentAt, answer: { kind: 'taken', told } }
  })
}

/** The last place in the log that something was told to have. */
const lastOf = (answered: readonly Answered[]): number =>
  Math.max(
    0,
    ...answered.map(({ answer }) =>
      answer.kind === 'taken' && answer.told.status === 'published' ? answer.told.seq : 0,
    ),
  )
