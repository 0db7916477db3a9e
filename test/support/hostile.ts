import type { Contest } from '@night/shared/contest'
import type { NightDefinition } from '@night/shared/night'
import { expect } from 'vitest'
import type { Call } from './call.ts'
import { definitionOf, nightName, october } from './night.ts'

/** Names as nobody would like to display them. */
export const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  'javascript:alert(1)//',
  '"><b onmouseover=alert(1)>x</b>',
  `' onfocus='alert(1)' autofocus='`,
  '</template><script src=https://evil.example/x.js></script>',
  '</textarea></title><style>*{display:none}</style>',
  `{{constructor.constructor('alert(1)')()}}`,
  '${alert(1)} #{7*7} <%= 7*7 %>',
  'Anna \u202Enoitcele\u202C \u2066Berg\u2069',
  'Ca\u200Brl\u2060a \uFEFFZero\u200D',
  '=HYPERLINK("https://evil.example/","x")',
  `+cmd|' /C calc'!A0`,
  '@SUM(1+1)*cmd',
  '-2+3+cmd',
  '&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;',
  '<!--board-->',
  "$& $` $' $1",
  '<iframe src=javascript:alert(1)></iframe>',
  '<a href=https://evil.example/>x</a><base href=//evil.example/>',
  'Bartholomew '.repeat(25).trim(),
] as const

export const unseen = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** What of a name can be seen: neither what turns the writing round nor what has no width. */
export const bare = (text: string): string => text.replaceAll(unseen, '').replaceAll(/\s+/g, ' ')

const hostile = (contest: Contest, first: number): Contest => ({
  ...contest,
  constituency: { ...contest.constituency, name: `<img src=x onerror=alert(${first})> & "Sons"` },
  candidates: contest.candidates.map((candidate, place) => {
    const name = payloads[(first + place) % payloads.length] ?? ''
    return { ...candidate, name, description: name }
  }),
  cause: '<svg onload=alert(1)> resigned',
})

/** The October night in which nobody and nothing has a name that one would like to display. */
export const hostileNight = async (call: Call): Promise<NightDefinition> => {
  const { contests, ...definition } = await definitionOf(october)
  const [one, other] = contests
  if (!one || !other) throw new Error('The October night has two contests')
  const night = {
    ...definition,
    id: nightName(),
    title: '</title></template><script>alert(1)</script> {{7*7}}',
    contests: [hostile(one, 0), hostile(other, one.candidates.length)],
  }
  const body = { id: night.id, mode: 'rehearsal', definition: night }
  expect((await call('POST', '/api/nights', body)).status).toBe(201)
  return night
}
