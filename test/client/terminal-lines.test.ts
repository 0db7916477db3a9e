import { terminalOf } from '@night/client/terminal/environment'
import { eventLine, partyOfLine } from '@night/client/terminal/line-words'
import { chip } from '@night/client/terminal/paint'
import type { NightEvent } from '@night/shared/event'
import { beforeAll, expect, test } from 'vitest'
import { october, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

let log: readonly NightEvent[]
beforeAll(async () => {
  log = await recordedLog(october)
})

const terminal = (env: NodeJS.ProcessEnv, isTTY = true) => {
  const write = () => true
  const stdout = { isTTY, columns: 40, getColorDepth: () => 24, write }
  return terminalOf({ env, stdout, stderr: { write } })
}

test('[CLI4] colours are for a terminal, and not where NO_COLOR is set', () => {
  expect(terminal({}).colours).toBe(24)
  expect(terminal({ NO_COLOR: '1' }).colours).toBe(1)
  expect(terminal({ FORCE_COLOR: '3' }, false)).toMatchObject({ colours: 1, width: null })
})

test('[CLI4] a line has its party’s colour before it, as near as the terminal has it', () => {
  expect(chip('lab', 24)).toBe('\u001B[48;2;228;0;59m  \u001B[0m ')
  expect(chip('lab', 8)).toBe('\u001B[48;5;161m  \u001B[0m ')
  expect(chip(null, 24)).toBe('   ')
  expect(chip('lab', 1)).toBe('')
})

test('[CLI4] what anybody wrote is one line that cannot move the cursor', () => {
  const opened = present(log[0])
  if (opened.kind !== 'opened') throw new Error('a log begins with its opening')
  const title = 'By-elections\u001B[2J\u001B]0;title\u0007\r\nTamworth\u009B2J'
  expect(eventLine({ ...opened, title })).toBe('By-elections [2J ]0;title Tamworth 2J')
})

test('[CLI4] a correction says so, with its reason, and keeps its party', () => {
  const event = present(log[1])
  if (event.kind !== 'declared') throw new Error('Tamworth was declared')
  const corrected: NightEvent = {
    ...event,
    kind: 'corrected',
    revision: 2,
    replaces: 2,
    reason: 'A bundle was counted twice',
    consequences: [],
  }
  expect(eventLine(corrected)).toMatch(
    /^CORRECTION: 2\.45am Tamworth: .* \(A bundle was counted twice\)$/,
  )
  expect(partyOfLine(corrected)).toBe('lab')
})
