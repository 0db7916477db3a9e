import { controllerAfter } from '@night/shared/control'
import { replaysKey } from '@night/shared/names'
import { changed, Replay, type ReplayChange } from '@night/shared/replay'
import { capitalised } from '@night/shared/tale'
import type { Clock } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { DeskPerson } from './access.ts'
import type { Refusal } from './problems.ts'
import { keep } from './replay-nights.ts'

type Parts = { readonly redis: Redis; readonly clock: Clock }

/** Who moves a replay, and how, from where it stands. */
export type Driving = {
  readonly who: DeskPerson
  readonly wanted: (replay: Replay) => Promise<ReplayChange | Refusal>
}

/** Somebody else's change in between has the move decided anew, so often. */
const mostTurns = 8

/** Moves a replay, unless somebody else drives it. What two people want at once is done one after the other. [RPR2] */
export const drive = async (
  { redis, clock }: Parts,
  id: string,
  { who, wanted }: Driving,
): Promise<Replay | Refusal> => {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const text = await redis.hget(replaysKey, id)
    if (text === null) return { code: 'no-such-thing', detail: 'There is no such replay.' }
    const replay = Replay.parse(JSON.parse(text))
    const change = await wanted(replay)
    if ('code' in change) return change
    const { control, ...move } = change
    const now = clock.now()
    const controller = controllerAfter(replay.controller, { who, control }, now)
    if (controller === 'refused') return driven(replay)
    const moved = Object.keys(move).length > 0 ? changed(replay, move, now) : replay
    const kept = await keep(redis, text, { ...moved, controller })
    if (kept) return kept
  }
  const detail = 'Others changed this replay at the same moment. Try again.'
  return { code: 'changed-meanwhile', detail }
}

const driven = ({ controller }: Replay): Refusal => {
  const name = controller?.name ?? 'somebody'
  const detail = `${capitalised(name)} drives this replay: ask ${name} to let go, or take over after a minute without a move.`
  return { code: 'driven', detail }
}
