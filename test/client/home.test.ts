import { alikeIn } from '@night/client/home/alike'
import type { NightSummary } from '@night/shared/night'
import { expect, test } from 'vitest'

const night = (id: string, title: string, mode: NightSummary['mode']): NightSummary => ({
  id,
  title,
  mode,
  kind: 'by-elections',
  date: '2023-10-19',
  pollsClose: '2023-10-19T21:00:00.000Z',
  constituencies: 2,
  declared: 0,
  seq: 1,
  state: 'open',
})

test('[SCR8] of nights that are called alike each says its id as well', () => {
  const nights = [
    night('monday', 'By-elections', 'rehearsal'),
    night('tuesday', 'By-elections', 'rehearsal'),
    night('october', 'By-elections', 'recorded'),
  ]
  expect([...alikeIn(nights)]).toEqual(['monday', 'tuesday'])
})
