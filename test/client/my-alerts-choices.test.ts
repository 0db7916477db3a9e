import { partiesOf } from '@night/client/my/alerts/night-choices'
import { emptyBoard } from '@night/shared/board'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

const election = '2024-07-04-general-election'
const idsOn = async (night: string, chosen: readonly string[] = []) =>
  partiesOf(emptyBoard(await definitionOf(night), 'live'), chosen).map(({ id }) => id)

test('[ALR70] gains may be chosen of every party that had one, newcomers and Northern Ireland’s too', async () => {
  const ids = await idsOn(election)
  const inGains = (await recordedLog(election)).flatMap((event) => {
    if (event.kind !== 'declared' || event.result.verdict.kind !== 'gain') return []
    const { party, from } = event.result.verdict
    return from === null ? [party] : [party, from]
  })
  expect(inGains.filter((party) => !ids.includes(party))).toEqual([])
  expect(ids.slice(0, 4)).toEqual(['con', 'lab', 'ld', 'snp'])
  // They stood nowhere in these seats the last time.
  expect(await idsOn(october)).toEqual(expect.arrayContaining(['ruk', 'wpb']))
})

test('[ALR70] a party that was chosen elsewhere is shown, whoever it is', async () => {
  expect(await idsOn(october)).not.toContain('hpuk')
  expect(await idsOn(october, ['hpuk'])).toContain('hpuk')
})
