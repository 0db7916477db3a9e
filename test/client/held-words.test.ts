import type { Held, HeldReason } from '@night/client/held/answers'
import { comingInstant, noteIn, reasonIn, statusIn } from '@night/client/held/calls'
import {
  fateWords,
  missingWords,
  overtakenWords,
  refusedInNames,
  senderName,
  whyNotReleasable,
} from '@night/client/held/held-words'
import { screensWords } from '@night/client/parts/reach'
import { correctedUpTo } from '@night/client/corrections/log'
import { nothingStands } from '@night/shared/reason'
import type { Submission } from '@night/shared/submission'
import { expect, test } from 'vitest'
import { octoberPutRight } from '../support/put-right.ts'
import { declarationOf, isResult, october, recordedLog, tamworth } from '../support/night.ts'

const people = [{ id: 'abcd1234', name: 'Hall of Tamworth' }]
const apart: HeldReason = { code: 'does-not-add-up', words: 'The votes add up to 2,000 fewer.' }
const misread: HeldReason = { code: 'wrong-majority', words: 'The majority read out is 1,361.' }

test('[HLD5] who sent something is said by name', () => {
  expect(senderName('desk', people)).toBe('the desk')
  expect(senderName('abcd1234', people)).toBe('Hall of Tamworth')
  expect(senderName('zzzz9999', people)).toBe('zzzz9999')
  const refused = { at: '', from: 'abcd1234', constituency: null, code: 'rejected' }
  const words = 'Rejected by abcd1234: Rejected by desk: no'
  expect(refusedInNames({ ...refused, words }, people)).toMatchObject({
    from: 'Hall of Tamworth',
    words: 'Rejected by Hall of Tamworth: Rejected by desk: no',
  })
})

test('[HLD6] figures that wait are overtaken by others of their number, and not by an earlier one', async () => {
  const declaration = await declarationOf(october, tamworth)
  const waits: Submission = { kind: 'declaration', by: 'abcd1234', declaration }
  const [latest] = (await recordedLog(october)).filter(isResult)
  if (!latest) throw new Error('nothing is recorded')
  const stands = { ...nothingStands, latest }
  expect(overtakenWords(waits, stands)).toMatch(
    /^Overtaken: figures of the same number stand since /,
  )
  expect(overtakenWords(waits, { ...stands, latest: { ...latest, revision: 2 } })).toMatch(
    /^Overtaken: revision 2 stands since /,
  )
  expect(overtakenWords(waits, nothingStands)).toBeNull()
  const second = { ...waits, declaration: { ...declaration, revision: 2 } }
  expect(overtakenWords(second, stands)).toBeNull()
})

test('[HLD6] figures that wait are overtaken when their number was withdrawn, and not by a winner who was', async () => {
  const waits = async (revision: number): Promise<Submission> => {
    const declaration = await declarationOf(october, tamworth)
    return { kind: 'declaration', by: 'abcd1234', declaration: { ...declaration, revision } }
  }
  const { board } = await octoberPutRight('withdrawn')
  const gone = board.seatsById[tamworth]
  if (!gone?.withdrawn) throw new Error('nothing was withdrawn')
  expect(overtakenWords(await waits(1), gone)).toBe(
    'Overtaken: revision 1 was withdrawn at 3.40am. Reject these; if they are right they are sent as revision 2, with a reason.',
  )
  expect(overtakenWords(await waits(2), gone)).toBeNull()
  const winner = { ...gone, withdrawn: { ...gone.withdrawn, revision: 0 } }
  expect(overtakenWords(await waits(1), winner)).toBeNull()
})

test('[HLD6] what cannot be let through says how much of it cannot be overruled', () => {
  const why = (...reasons: HeldReason[]): string =>
    whyNotReleasable({ reasons } satisfies Pick<Held, 'reasons'>)
  expect(why(apart)).toContain('What speaks against it cannot be overruled: reject it')
  expect(why(apart, misread)).toContain('1 of its 2 reasons cannot be overruled')
  expect(why({ code: 'a-code-of-tomorrow', words: '' })).toContain('cannot be overruled')
})

test('[COR5] a fate is said in words', () => {
  expect(fateWords({ status: 'published', seq: 4 })).toBe('Published: number 4 of the night.')
  expect(fateWords({ status: 'held', reasons: [apart, misread] })).toBe(
    'Held back: The votes add up to 2,000 fewer. The majority read out is 1,361.',
  )
  expect(fateWords({ status: 'rejected', ruling: { reason: 'A slip' } })).toContain('A slip')
  expect([0, 1, 4].map(screensWords)).toEqual([
    'No screen at this server shows this now',
    '1 screen at this server shows this now',
    '4 screens at this server show this now',
  ])
  expect([0, 1].map(missingWords)).toEqual([
    'The night is live.',
    'You are counted. 1 more person at the desk has to type it.',
  ])
})

test('[COR5] an expected time is London’s, and the coming one', () => {
  const elevenAtNight = Date.parse('2023-10-19T22:00:00Z')
  expect(comingInstant('02:45', elevenAtNight)).toBe('2023-10-20T01:45:00.000Z')
  expect(comingInstant('22:30', elevenAtNight)).toBe('2023-10-19T21:30:00.000Z')
  // The clocks go back: half past one comes twice, and the first is meant.
  expect(comingInstant('01:30', Date.parse('2023-10-28T22:00:00Z'))).toBe(
    '2023-10-29T00:30:00.000Z',
  )
  expect(comingInstant('24:00', elevenAtNight)).toBeNull()
})

test('[COR5] what is missing for a call is said, with its field', () => {
  const form = (values: Record<string, string>) => ({ get: (name: string) => values[name] ?? null })
  expect(reasonIn(form({ reason: '  ' }))).toMatchObject({ ok: false, field: 'reason' })
  expect(statusIn(form({ constituency: 'E1', status: 'expected' }), 0)).toMatchObject({
    ok: false,
    field: 'expectedAt',
  })
  expect(statusIn(form({ constituency: 'E1', status: 'recount', text: '' }), 0)).toEqual({
    ok: true,
    call: { constituency: 'E1', status: 'recount', expectedAt: null, text: null },
  })
  expect(noteIn(form({ text: ' Well. ', speaker: 'A. Person' }))).toEqual({
    ok: true,
    call: { constituency: null, text: 'Well.', speaker: 'A. Person', role: null, source: null },
  })
})

test('[COR5] without a board nothing was put right', () => expect(correctedUpTo(null)).toBe(0))
