import { readEmbedAddress } from '@night/client/embed/address'
import { embedWords } from '@night/client/embed/embed-words'
import { heightIn, heightMessage } from '@night/client/embed/messages'
import { emptyBoard } from '@night/shared/board'
import { expect, test } from 'vitest'
import { definitionOf, october } from '../support/night.ts'

test('[EMB2] a height is ours, finite, and never without end', () => {
  const of = (height: unknown): unknown => ({ type: 'results-night:height', height })
  expect(heightIn(heightMessage(419.2))).toBe(420)
  expect(heightIn(of(1e9))).toBe(4000)
  expect(heightIn(of(-5))).toBe(0)
  for (const other of [null, 420, 'x', {}, { height: 420 }, { type: 'resize', height: 420 }])
    expect(heightIn(other)).toBeNull()
  for (const height of [Number.NaN, Number.POSITIVE_INFINITY, '420', null])
    expect(heightIn(of(height))).toBeNull()
})

test('[EMB2 EMB3] what an address asks for, and nothing of what cannot be read', () => {
  const from = (text: string) => readEmbedAddress(`?from=${encodeURIComponent(text)}`).from
  expect(readEmbedAddress('?night=a&ground=dark&from=https://news.example')).toEqual({
    night: 'a',
    ground: 'dark',
    from: 'https://news.example',
  })
  expect(readEmbedAddress('')).toEqual({ night: null, ground: 'auto', from: null })
  expect(readEmbedAddress('?ground=red').ground).toBe('auto')
  for (const text of ['*', '/', 'news.example', 'https://news.example/', 'https://a@news.example'])
    expect([text, from(text)]).toEqual([text, null])
})

test('[EMB4 EMB7] where there is no picture it is said why', async () => {
  const board = emptyBoard(await definitionOf(october), 'live')
  const problem = { type: 'about:blank', title: '', code: 'x', detail: 'inside' }
  const said = (status: number) =>
    embedWords({ board: null, link: 'refused', problem: { ...problem, status } })
  expect(said(401)).toBe('Reading is closed: these results are not public.')
  expect(said(404)).toBe('There is no such night here.')
  expect(said(503)).toBe('Results cannot be had just now.')
  expect(embedWords({ board, link: 'connected', problem: null })).toBe(
    'Nothing is declared yet. Polls close at 10.00pm.',
  )
  expect(embedWords({ board, link: 'lost', problem: null })).toBe(
    'No connection: there may be newer results.',
  )
})
