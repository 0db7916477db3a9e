import { LiveAnswer, MeasuresAnswer, OpenApiAnswer, ReadyAnswer } from '@night/shared/answer/house'
import { metricsType } from '../../measures/metrics.ts'
import type { Group } from '../route.ts'

export const house: Group = {
  name: 'The house',
  about: 'For whoever runs it.',
  routes: [
    {
      id: 'isLive',
      method: 'get',
      path: '/health/live',
      summary: 'Whether the process answers',
      who: 'anybody',
      answers: [{ status: 200, about: 'It does.', body: { json: LiveAnswer, example: 'live' } }],
    },
    {
      id: 'isReady',
      method: 'get',
      path: '/health/ready',
      summary: 'Whether every log that is followed can be read, so that screens may be sent here',
      who: 'anybody',
      answers: [
        {
          status: 200,
          about: 'It can; what stands in the way of writing is said beside it.',
          body: { json: ReadyAnswer, example: 'ready' },
        },
      ],
      refuses: ['redis-away'],
    },
    {
      id: 'readMetrics',
      method: 'get',
      path: '/metrics',
      summary: 'How the house is, for Prometheus',
      who: 'reader',
      answers: [
        {
          status: 200,
          about: 'Of the process only, while the house cannot be measured.',
          body: { text: metricsType, example: 'metrics' },
        },
      ],
    },
    {
      id: 'readMeasures',
      method: 'get',
      path: '/api/health',
      summary: 'How the house is, for the page of that name',
      who: 'reader',
      answers: [
        {
          status: 200,
          about: 'One measurement; it is kept for four seconds.',
          body: { json: MeasuresAnswer, example: 'measures' },
        },
      ],
    },
  ],
}

export const contract: Group = {
  name: 'This contract',
  about: 'What you are reading. Nobody needs a token for it.',
  routes: [
    {
      id: 'readOpenApi',
      method: 'get',
      path: '/api/openapi.json',
      summary: 'The HTTP side: OpenAPI 3.1',
      who: 'anybody',
      answers: [
        {
          status: 200,
          about: 'This document.',
          body: { json: OpenApiAnswer, example: 'openApi' },
        },
      ],
    },
    {
      id: 'readAsyncApi',
      method: 'get',
      path: '/api/asyncapi.yaml',
      summary: 'What is pushed: AsyncAPI 3.0',
      who: 'anybody',
      answers: [
        {
          status: 200,
          about: 'The document.',
          body: { text: 'application/yaml', example: 'asyncApi' },
        },
      ],
    },
    {
      id: 'readDocs',
      method: 'get',
      path: '/api/docs',
      summary: 'A page to read this on, and to try it',
      who: 'anybody',
      answers: [{ status: 200, about: 'The page.', body: { text: 'text/html', example: 'page' } }],
    },
  ],
}
