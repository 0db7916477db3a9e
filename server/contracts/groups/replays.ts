import { ReplaysAnswer } from '@night/shared/answer/house'
import { Replay, ReplayChange } from '@night/shared/replay'
import { NewReplay } from '../../begin-replay.ts'
import type { Answer, Group } from '../route.ts'

const one = '/api/replays/{id}'

const replay: Answer = {
  status: 200,
  about: 'The replay, where it stands now.',
  body: { json: Replay, example: 'replay' },
}

export const replays: Group = {
  name: 'Replays',
  about: 'A recorded night again, in a night of its own with mode `replay`.',
  routes: [
    {
      id: 'listReplays',
      method: 'get',
      path: '/api/replays',
      summary: 'Every replay, where it stands now',
      who: 'reader',
      answers: [
        { status: 200, about: 'The replays.', body: { json: ReplaysAnswer, example: 'replays' } },
      ],
    },
    {
      id: 'beginReplay',
      method: 'post',
      path: '/api/replays',
      summary: 'Plays a recorded night again',
      more: 'What was declared before `from` is in at once. At most twenty at a time.',
      who: 'desk',
      body: { json: NewReplay, example: 'newReplay' },
      answers: [
        {
          ...replay,
          status: 201,
          about: 'It plays.',
          headers: { Location: 'Where the replay is.' },
        },
      ],
      refuses: ['no-such-thing', 'exists-already', 'too-many'],
    },
    {
      id: 'readReplay',
      method: 'get',
      path: one,
      summary: 'One replay',
      who: 'reader',
      answers: [replay],
      refuses: ['no-such-thing'],
    },
    {
      id: 'changeReplay',
      method: 'patch',
      path: one,
      summary: 'Plays, halts, seeks, changes the speed; takes or lets go of the controls',
      who: 'desk',
      body: { json: ReplayChange, example: 'replayChange' },
      answers: [replay],
      refuses: ['no-such-thing', 'driven', 'changed-meanwhile'],
    },
    {
      id: 'stepReplay',
      method: 'post',
      path: `${one}/step`,
      summary: 'To the moment of the next event, and halt there',
      who: 'desk',
      answers: [replay],
      refuses: ['no-such-thing', 'driven', 'changed-meanwhile'],
    },
    {
      id: 'endReplay',
      method: 'delete',
      path: one,
      summary: 'Ends a replay; its night goes',
      who: 'desk',
      answers: [{ status: 204, about: 'It is gone.' }],
      refuses: ['no-such-thing'],
    },
  ],
}
