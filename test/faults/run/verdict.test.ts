import { expect, test } from 'vitest'
import { judge } from './verdict.ts'
import { noPowerCut } from './power.ts'

const nothing = { violations: [], missing: [], beyond: [], breaks: undefined } as const
const lost = [{ invariant: 'I1' }] as const

test('[FLT8] kept, broken or idle; and what was broken on purpose has to be named', () => {
  expect(judge(nothing)).toEqual({ verdict: 'kept', isGood: true })
  expect(judge({ ...nothing, violations: lost })).toEqual({ verdict: '1 BROKEN', isGood: false })
  expect(judge({ ...nothing, missing: ['Nothing was killed.'] }).isGood).toBe(false)
  expect(judge({ ...nothing, beyond: ['lag: 2, where it may be at most 1'] })).toEqual({
    verdict: 'BEYOND',
    isGood: false,
  })
  expect(judge({ ...nothing, breaks: 'I1' })).toEqual({ verdict: 'MISSED', isGood: false })
  expect(judge({ ...nothing, breaks: 'I3', violations: lost }).isGood).toBe(false)
  expect(judge({ ...nothing, breaks: 'I1', violations: lost })).toEqual({
    verdict: 'caught',
    isGood: true,
  })
})

test('[FLT8] where the power cannot be cut, the reason is said', async () => {
  expect(await noPowerCut({ PATH: '' })).toMatch(/^(no C compiler on PATH|what is written is held)/)
})
