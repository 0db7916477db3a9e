import * as answer from '@night/shared/answer/night'
import { BoardAnswer } from '@night/shared/answer/board'
import { OpenNight } from '@night/shared/night'
import { Opening } from '../../openings.ts'
import { BoardQuery, EventsQuery } from '../../reading.ts'
import type { Group } from '../route.ts'

const night = '/api/nights/{night}'

export const nights: Group = {
  name: 'Nights',
  about: 'Nights, as they stand and as they stood: open ones and recorded ones alike.',
  routes: [
    {
      id: 'listNights',
      method: 'get',
      path: '/api/nights',
      summary: 'Every night: open ones first, then the recorded ones',
      who: 'reader',
      answers: [
        {
          status: 200,
          about: 'The nights.',
          body: { json: answer.NightsAnswer, example: 'nights' },
        },
      ],
    },
    {
      id: 'openNight',
      method: 'post',
      path: '/api/nights',
      summary: 'Opens a night from a recorded one, or from a definition',
      more: 'The body may have 3 MB: the definition of a general election is large.',
      who: 'desk',
      body: { json: Opening, example: 'opening' },
      answers: [
        {
          status: 201,
          about: 'It is open; its first event follows.',
          body: { json: OpenNight, example: 'openNight' },
          headers: { Location: 'Where the night is.' },
        },
      ],
      refuses: ['no-such-thing', 'exists-already'],
    },
    {
      id: 'readNight',
      method: 'get',
      path: night,
      summary: 'One night with its contests: who stands, what was there before, what to listen for',
      who: 'reader',
      answers: [
        { status: 200, about: 'The night.', body: { json: answer.NightAnswer, example: 'night' } },
      ],
      refuses: ['no-such-thing'],
    },
    {
      id: 'readBoard',
      method: 'get',
      path: `${night}/board`,
      summary: 'Everything a screen needs, folded from the log',
      who: 'reader',
      query: BoardQuery,
      headers: { 'If-None-Match': 'The ETag that was answered before.' },
      answers: [
        {
          status: 200,
          about: 'The board.',
          body: { json: BoardAnswer, example: 'board' },
          headers: { ETag: 'The seq of the last event, and which run of a replay it is.' },
        },
        { status: 304, about: 'The board is still the one of that ETag.' },
      ],
      refuses: ['no-such-thing', 'does-not-fit'],
    },
    {
      id: 'readEvents',
      method: 'get',
      path: `${night}/events`,
      summary: 'The events after a place: as JSON, as lines, or live',
      more: 'With `Accept: text/event-stream` the answer goes on for as long as it is read; an event `reset` says that the log is another one and that everything follows from the start.',
      who: 'reader',
      query: EventsQuery,
      headers: {
        Accept: 'application/json, application/x-ndjson or text/event-stream.',
        'Last-Event-ID':
          'Live only, in place of `since`: the last seq, or seq and hash, “7-3f9a…”, to notice a log that was put back.',
      },
      answers: [
        {
          status: 200,
          about: 'The events, and where the night stands.',
          body: { json: answer.EventsAnswer, example: 'events' },
          orElse: [
            { text: 'application/x-ndjson', example: 'eventLines' },
            { text: 'text/event-stream', example: 'eventStream' },
          ],
        },
      ],
      refuses: ['no-such-thing', 'does-not-fit'],
    },
    {
      id: 'readNightFile',
      method: 'get',
      path: `${night}/night.ndjson`,
      summary: 'The whole night as one file, which plays again as it is',
      who: 'reader',
      answers: [
        {
          status: 200,
          about: 'A line of definition, then the events, one a line.',
          body: { text: 'application/x-ndjson', example: 'nightFile' },
          headers: { 'Content-Disposition': 'The name of the file.' },
        },
      ],
      refuses: ['no-such-thing'],
    },
    {
      id: 'readCorrections',
      method: 'get',
      path: `${night}/corrections`,
      summary: 'What had to be put right, the latest first',
      who: 'reader',
      answers: [
        {
          status: 200,
          about: 'Corrections and withdrawals.',
          body: { json: answer.CorrectionsAnswer, example: 'corrections' },
        },
      ],
      refuses: ['no-such-thing'],
    },
    {
      id: 'readCorrectionsFeed',
      method: 'get',
      path: `${night}/corrections.atom`,
      summary: 'The same as an Atom feed',
      who: 'reader',
      answers: [
        {
          status: 200,
          about: 'RFC 4287.',
          body: { text: 'application/atom+xml', example: 'correctionsFeed' },
        },
      ],
      refuses: ['no-such-thing'],
    },
  ],
}
