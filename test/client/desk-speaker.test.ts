import { createSpeaker } from '@night/client/parts/speaker'
import { expect, test } from 'vitest'
import { isResult, october, recordedLog } from '../support/night.ts'

test('[DSK10] what the reader did is said at once, and twice is said twice', () => {
  const speaker = createSpeaker()
  expect(speaker.spoken.value).toBe('')
  speaker.say('Copied the snap')
  const first = speaker.spoken.value
  speaker.say('Copied the snap')
  expect(speaker.spoken.value).not.toBe(first)
  expect(speaker.spoken.value.trim()).toBe('Copied the snap')
})

test('[DSK10] results that come close together are one sentence every ten seconds', async () => {
  const [tamworth, midBedfordshire] = (await recordedLog(october)).filter(isResult)
  if (!tamworth || !midBedfordshire) throw new Error('two were declared')
  const speaker = createSpeaker()
  speaker.hear([tamworth], 1000)
  expect(speaker.spoken.value).toContain('Tamworth')
  speaker.hear([midBedfordshire], 2000)
  speaker.hear([tamworth], 3000)
  expect(speaker.spoken.value).not.toContain('Mid Bedfordshire')
  speaker.tick(10_999)
  expect(speaker.spoken.value).not.toContain('more')
  speaker.tick(11_000)
  expect(speaker.spoken.value).toContain('And 1 more result')
})

test('[DSK10 LIFE7] what waits to be said of a log that was put back is never said', async () => {
  const [tamworth, midBedfordshire] = (await recordedLog(october)).filter(isResult)
  if (!tamworth || !midBedfordshire) throw new Error('two were declared')
  const speaker = createSpeaker()
  speaker.hear([tamworth], 1000)
  speaker.hear([midBedfordshire], 2000)
  speaker.forget()
  speaker.say('The log was put back')
  speaker.tick(11_000)
  expect(speaker.spoken.value).toBe('The log was put back')
})
