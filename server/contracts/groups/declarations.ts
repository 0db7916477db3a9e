import * as fate from '@night/shared/answer/fate'
import { Declaration } from '@night/shared/declaration'
import { RulingCall } from '@night/shared/ruling'
import type { Group } from '../route.ts'

const night = '/api/nights/{night}'

export const declarations: Group = {
  name: 'Declarations',
  about:
    'The votes as the returning officer read them out; what became of them; what the desk decides about those that were held back.',
  routes: [
    {
      id: 'declare',
      method: 'post',
      path: `${night}/declarations`,
      summary: 'Declares a seat',
      more: '202 means that it is on disk and will be decided. The same body again gives the same id and counts once, whoever sends it. An officer may send thirty a minute.',
      who: 'writer',
      body: { json: Declaration, example: 'declaration' },
      answers: [
        {
          status: 202,
          about: 'Written down and queued.',
          body: { json: fate.QueuedAnswer, example: 'queued' },
          headers: { Location: 'Where to ask what became of it.' },
        },
      ],
      refuses: [
        'not-allowed',
        'no-such-thing',
        'not-armed',
        'no-such-contest',
        'before-polls-close',
        'in-the-future',
        'too-many',
      ],
    },
    {
      id: 'readFate',
      method: 'get',
      path: `${night}/declarations/{id}`,
      summary: 'What became of something that was sent',
      who: 'reader',
      answers: [
        {
          status: 200,
          about: 'Queued, published, held back with reasons, or rejected.',
          body: { json: fate.FateAnswer, example: 'fate' },
        },
      ],
      refuses: ['no-such-thing'],
    },
    {
      id: 'listHeld',
      method: 'get',
      path: `${night}/held`,
      summary: 'What waits for the desk, the latest first',
      who: 'desk',
      answers: [
        {
          status: 200,
          about: 'Each as it came, with why it waits.',
          body: { json: fate.HeldAnswer, example: 'held' },
        },
      ],
      refuses: ['no-such-thing'],
    },
    {
      id: 'release',
      method: 'post',
      path: `${night}/declarations/{id}/release`,
      summary: 'A second person lets through what was held back',
      who: 'desk',
      body: { json: RulingCall, example: 'ruling' },
      answers: [
        {
          status: 202,
          about: 'It goes to the worker again, with who and why.',
          body: { json: fate.RuledAnswer, example: 'released' },
        },
      ],
      refuses: ['no-such-thing', 'not-held', 'second-person', 'cannot-be-released'],
    },
    {
      id: 'reject',
      method: 'post',
      path: `${night}/declarations/{id}/reject`,
      summary: 'The desk ends what was held back',
      who: 'desk',
      body: { json: RulingCall, example: 'ruling' },
      answers: [
        {
          status: 202,
          about: 'It is rejected; the list of refusals says why.',
          body: { json: fate.RuledAnswer, example: 'rejected' },
        },
      ],
      refuses: ['no-such-thing', 'not-held'],
    },
    {
      id: 'listRefusals',
      method: 'get',
      path: `${night}/refusals`,
      summary: 'What was refused at the door or rejected by the desk, the latest first',
      who: 'desk',
      answers: [
        {
          status: 200,
          about: 'At most 500 from the door, and every rejection.',
          body: { json: fate.RefusalsAnswer, example: 'refusals' },
        },
      ],
      refuses: ['no-such-thing'],
    },
    {
      id: 'readReach',
      method: 'get',
      path: `${night}/constituencies/{constituency}/reach`,
      summary:
        'How far the figures of a seat, or its winner, have gone, before they are taken back',
      who: 'writer',
      answers: [
        {
          status: 200,
          about: 'What was said because of them, and how many screens at this server show it.',
          body: { json: fate.ReachAnswer, example: 'reach' },
        },
      ],
      refuses: ['not-allowed', 'no-such-thing'],
    },
  ],
}
