import { ArmedAnswer, QueuedAnswer } from '@night/shared/answer/fate'
import { MeAnswer, NewOfficerAnswer, OfficersAnswer } from '@night/shared/answer/people'
import { Closing, FlashCall, NoteCall, StatusCall, Withdrawal } from '@night/shared/desk'
import { OfficerScope } from '@night/shared/officer'
import { Arming } from '../../arming.ts'
import type { Group, Route } from '../route.ts'

const night = '/api/nights/{night}'

const call = (
  what: Pick<Route, 'id' | 'path' | 'summary' | 'body'> & { readonly before?: true },
): Route => {
  const { before, ...route } = what
  return {
    ...route,
    method: 'post',
    who: 'desk',
    answers: [
      {
        status: 202,
        about: 'Written down and queued.',
        body: { json: QueuedAnswer, example: 'queued' },
        headers: { Location: 'Where to ask what became of it.' },
      },
    ],
    refuses: [
      'no-such-thing',
      'no-such-contest',
      'not-armed',
      ...(before ? [] : (['before-polls-close'] as const)),
    ],
  }
}

export const deskCalls: Group = {
  name: 'The desk',
  about: 'What the desk itself says of a night, and two people making a night live.',
  routes: [
    call({
      id: 'sendNote',
      path: `${night}/notes`,
      summary: 'A quote, a reaction, a line of context',
      body: { json: NoteCall, example: 'note' },
      before: true,
    }),
    call({
      id: 'sendStatus',
      path: `${night}/status`,
      summary: 'How a count goes, or when a declaration is expected',
      body: { json: StatusCall, example: 'status' },
      before: true,
    }),
    call({
      id: 'sendFlash',
      path: `${night}/flashes`,
      summary: 'The winner, before there are figures',
      body: { json: FlashCall, example: 'flash' },
    }),
    call({
      id: 'withdraw',
      path: `${night}/withdrawals`,
      summary: 'Takes back figures that must not stand',
      body: { json: Withdrawal, example: 'withdrawal' },
    }),
    call({
      id: 'closeNight',
      path: `${night}/closing`,
      summary: 'The night is over',
      body: { json: Closing, example: 'closing' },
    }),
    {
      id: 'armed',
      method: 'get',
      path: `${night}/arming`,
      summary: 'Whether a live night is live yet',
      who: 'desk',
      answers: [
        {
          status: 200,
          about: 'Whether it is, and how many people are missing.',
          body: { json: ArmedAnswer, example: 'armed' },
        },
      ],
      refuses: ['not-live'],
    },
    {
      id: 'arm',
      method: 'post',
      path: `${night}/arming`,
      summary: 'One of two people makes a live night live',
      who: 'desk',
      body: { json: Arming, example: 'arming' },
      answers: [
        {
          status: 200,
          about: 'Whether it is live now, and how many people are missing.',
          body: { json: ArmedAnswer, example: 'armed' },
        },
      ],
      refuses: ['not-live', 'not-empty', 'wrong-phrase'],
    },
  ],
}

export const people: Group = {
  name: 'People',
  about: 'Officers declare the seats they were given; editors work at the desk of their nights.',
  routes: [
    {
      id: 'readMe',
      method: 'get',
      path: '/api/me',
      summary: 'Whose a token is',
      who: 'writer',
      answers: [{ status: 200, about: 'Who.', body: { json: MeAnswer, example: 'me' } }],
    },
    {
      id: 'listOfficers',
      method: 'get',
      path: '/api/officers',
      summary: 'Everybody who was given a token, the revoked ones too',
      who: 'desk',
      answers: [
        { status: 200, about: 'By name.', body: { json: OfficersAnswer, example: 'officers' } },
      ],
    },
    {
      id: 'makeOfficer',
      method: 'post',
      path: '/api/officers',
      summary: 'Makes an officer or an editor',
      more: 'The token is answered here and never again: what is kept is its digest.',
      who: 'house',
      body: { json: OfficerScope, example: 'newOfficer' },
      answers: [
        {
          status: 201,
          about: 'The token, shown once.',
          body: { json: NewOfficerAnswer, example: 'newToken' },
        },
      ],
    },
    {
      id: 'revokeOfficer',
      method: 'delete',
      path: '/api/officers/{id}',
      summary: 'Revokes a token, on every server at once',
      who: 'house',
      answers: [{ status: 204, about: 'It is revoked.' }],
      refuses: ['no-such-thing'],
    },
  ],
}
