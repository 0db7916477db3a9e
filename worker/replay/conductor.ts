import { replaysKey } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { positionAt, Replay } from '@night/shared/replay'
import { acceptAll } from '@night/shared/submission'
import { type Clock, instant } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { createBeat } from '../beat.ts'
import type { Leader } from '../leader.ts'
import type { Recordings } from './recordings.ts'
import { type Cue, timeline } from './timeline.ts'

type Parts = {
  readonly redis: Redis
  readonly inlet: Parameters<typeof acceptAll>[0]
  readonly recordings: Recordings
  readonly clock: Clock
  readonly log: Logger
  /** Two at once could swap two declarations. */
  readonly leader: Leader
}

/** A replay, and the very text that Redis has of it. */
type Kept = Replay & { readonly text: string }

/** The cues of a replay's run, and how many of them were sent. */
type Score = { readonly run: number; readonly cues: readonly Cue[]; sent: number }

/**
 * Feeds recorded declarations into nights of their own, at their times on each night's clock. All that must last lies
 * in Redis and in the recording, so another worker goes on where this one stopped. [RPL1 RPL3]
 */
export const createConductor = (parts: Parts) => {
  const scores = new Map<string, Score>()
  /** Why each was out of step when it was last looked at, by its id. */
  let faults = new Map<string, string>()

  const tick = async (): Promise<void> => {
    if (!(await parts.leader.leads())) return
    const texts = Object.values(await parts.redis.hgetall(replaysKey))
    const replays = texts.map((text): Kept => ({ ...Replay.parse(JSON.parse(text)), text }))
    const playing = new Set(replays.map(({ night }) => night))
    for (const night of scores.keys()) if (!playing.has(night)) scores.delete(night)
    const conducted = await Promise.allSettled(
      replays.map((replay) => conduct(parts, scores, replay)),
    )
    const now = new Map(
      replays.flatMap(({ id }, place): [string, string][] => {
        const one = conducted[place]
        return one?.status === 'rejected' ? [[id, String(one.reason)]] : []
      }),
    )
    for (const [replay, fault] of now)
      if (faults.get(replay) !== fault)
        parts.log.warn({ replay, fault }, 'replay out of step; will try again')
    faults = now
  }

  const beat = createBeat(53, tick, (fault) => {
    parts.log.warn({ fault: String(fault) }, 'replays stand still; will try again')
  })
  return {
    close: async () => {
      await beat.close()
      await parts.leader.yields()
    },
  }
}

/** So many cues at most enter the queue in one step; who conducts is asked before each. */
const atOnce = 25

const conduct = async (parts: Parts, scores: Map<string, Score>, replay: Kept): Promise<void> => {
  const score = await scoreOf(parts, scores, replay)
  const night: OpenNight = {
    id: replay.night,
    mode: 'replay',
    run: replay.run,
    openedAt: replay.from,
  }
  const position = positionAt(replay, parts.clock.now())
  const later = score.cues.findIndex(({ at }, place) => place >= score.sent && at > position)
  const due = later === -1 ? score.cues.length : later
  while (score.sent < due) {
    const some = score.cues.slice(score.sent, Math.min(due, score.sent + atOnce))
    if (!(await parts.leader.leads())) return
    await acceptAll(
      parts.inlet,
      night,
      some.map(({ submission }) => submission),
    )
    score.sent += some.length
  }
  if (replay.playing) await stopAtEnd(parts, replay)
}

const scoreOf = async (
  { recordings }: Parts,
  scores: Map<string, Score>,
  { night, of, run }: Replay,
): Promise<Score> => {
  const kept = scores.get(night)
  if (kept?.run === run) return kept
  const score = { run, cues: timeline(await recordings.log(of), run), sent: 0 }
  scores.set(night, score)
  return score
}

/** KEYS replays · ARGV id, the replay as we know it, the replay at its end · a change in between wins. */
const stopScript = `
if redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] then redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end`

const stopAtEnd = async ({ redis, clock }: Parts, { text, ...replay }: Kept): Promise<void> => {
  const now = clock.now()
  if (positionAt(replay, now) < positionAt({ ...replay, playing: true, speed: 'max' }, now)) return
  const ended = { ...replay, playing: false, position: replay.to, setAt: instant(now) }
  await redis.eval(stopScript, 1, replaysKey, replay.id, text, JSON.stringify(ended))
}
