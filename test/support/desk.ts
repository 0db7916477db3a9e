import { BoardAnswer } from '@night/shared/answer/board'
import { FateAnswer, QueuedAnswer } from '@night/shared/answer/fate'
import { EventsAnswer, NightAnswer } from '@night/shared/answer/night'
import { NewOfficerAnswer } from '@night/shared/answer/people'
import type { Board } from '@night/shared/board'
import type { Declaration } from '@night/shared/declaration'
import { OpenNight } from '@night/shared/night'
import type { OfficerScope } from '@night/shared/officer'
import { Replay, type ReplayChange } from '@night/shared/replay'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Answer, Call } from './call.ts'
import { nightName } from './night.ts'
import { until } from './until.ts'

type NewReplay = {
  readonly of: string
  readonly speed: number | 'max'
  readonly playing?: boolean
  readonly from?: string
  readonly to?: string
  readonly id?: string
}

/** What the desk does all night, where a test takes it for granted that it works: every answer has its form. */
export const createDesk = (call: Call) => {
  const events = async (night: string, since = 0) =>
    taken(EventsAnswer, await call('GET', `/api/nights/${night}/events?since=${since}`))
  const fate = async (night: string, id: string) =>
    taken(FateAnswer, await call('GET', `/api/nights/${night}/declarations/${id}`))

  return {
    /** Opens a rehearsal from a recorded night, under a name of its own. */
    open: async (from: string): Promise<string> => {
      const body = { id: nightName(), mode: 'rehearsal', from }
      return taken(OpenNight, await call('POST', '/api/nights', body), 201).id
    },
    night: async (night: string) => taken(NightAnswer, await call('GET', `/api/nights/${night}`)),
    /** Answers the id under which its fate can be asked. */
    declare: async (night: string, declaration: Declaration): Promise<string> =>
      taken(QueuedAnswer, await call('POST', `/api/nights/${night}/declarations`, declaration), 202)
        .id,
    /** What only the desk says: notes, how a count goes, flashes, withdrawals. */
    say: async (
      night: string,
      what: 'notes' | 'status' | 'flashes' | 'withdrawals' | 'closing',
      body: object,
    ): Promise<string> =>
      taken(QueuedAnswer, await call('POST', `/api/nights/${night}/${what}`, body), 202).id,
    fate,
    /** What became of it, as soon as something has. */
    decided: (night: string, id: string) =>
      until(`${id} is decided`, async () => {
        const now = await fate(night, id)
        return now.status !== 'queued' && now
      }),
    events,
    /** The night's events, as soon as the last one has this seq. */
    reached: (night: string, seq: number) =>
      until(`${night} is at ${seq}`, async () => {
        const now = await events(night)
        return now.seq === seq && now.events
      }),
    board: async (night: string): Promise<Board> =>
      taken(BoardAnswer, await call('GET', `/api/nights/${night}/board`)),
    /** The board as it stood on the night's clock. */
    boardAt: async (night: string, at: string): Promise<Board> =>
      taken(
        BoardAnswer,
        await call('GET', `/api/nights/${night}/board?at=${encodeURIComponent(at)}`),
      ),
    replay: async (replay: NewReplay) =>
      taken(Replay, await call('POST', '/api/replays', replay), 201),
    replayNow: async (id: string) => taken(Replay, await call('GET', `/api/replays/${id}`)),
    changeReplay: async (id: string, change: ReplayChange) =>
      taken(Replay, await call('PATCH', `/api/replays/${id}`, change)),
    step: async (id: string) => taken(Replay, await call('POST', `/api/replays/${id}/step`)),
    officer: async (scope: z.input<typeof OfficerScope>) =>
      taken(NewOfficerAnswer, await call('POST', '/api/officers', scope), 201),
    /** Opens a live night, and two people arm it. */
    openLive: async (opening: { readonly from: string } | { readonly definition: object }) => {
      const id = nightName()
      const body = { id, mode: 'live', ...opening }
      taken(OpenNight, await call('POST', '/api/nights', body), 201)
      const scope = { name: 'Second person', role: 'editor', nights: [id] }
      const { token } = taken(NewOfficerAnswer, await call('POST', '/api/officers', scope), 201)
      const phrase = { phrase: `GO LIVE ${id}` }
      for (const person of [call, call.as(token)])
        expect(await person('POST', `/api/nights/${id}/arming`, phrase)).toMatchObject({
          status: 200,
        })
      return id
    },
    /** A second person at the desk of these nights, by the token. */
    editor: async (name: string, ...nights: string[]) =>
      taken(
        NewOfficerAnswer,
        await call('POST', '/api/officers', { name, role: 'editor', nights }),
        201,
      ),
  }
}
export type Desk = ReturnType<typeof createDesk>

const taken = <Schema extends z.ZodType>(
  schema: Schema,
  answer: Answer,
  status = 200,
): z.infer<Schema> => {
  expect(answer).toMatchObject({ status })
  return schema.parse(answer.body)
}
