import { commandOf, keysInWords } from '@night/client/desk/commands'
import { expect, test } from 'vitest'

const pressed = (key: string, where: 'field' | 'control' | 'drawer' | 'page' = 'page') =>
  commandOf({ key, isChord: false, where })

test('[DSK6] keys move, open, close, copy, search and help', () => {
  expect(
    ['j', 'k', 'ArrowDown', 'ArrowUp', 'Enter', 'Escape', 'c', '/', '?', 'n'].map((key) =>
      pressed(key),
    ),
  ).toEqual([
    'next',
    'previous',
    'next',
    'previous',
    'open',
    'close',
    'copy',
    'search',
    'help',
    'notes',
  ])
})

test('[DSK6] who writes into a field writes, and chords are the browser’s', () => {
  for (const key of ['j', 'k', 'c', '/', '?', 'n', 'Enter', 'ArrowDown']) {
    expect(pressed(key, 'field')).toBeNull()
    expect(commandOf({ key, isChord: true, where: 'page' })).toBeNull()
  }
  expect(pressed('Escape', 'field')).toBe('close')
})

test('[DSK6] arrows scroll a drawer, and Enter presses what has the focus', () => {
  expect(pressed('ArrowDown', 'drawer')).toBeNull()
  expect(pressed('Enter', 'control')).toBeNull()
  expect(pressed('j', 'drawer')).toBe('next')
})

test('[DSK6] the help names every key', () => {
  const named = keysInWords.flatMap(([keys]) => keys)
  expect(named).toEqual(expect.arrayContaining(['j', 'k', 'Enter', 'Esc', 'c', '/', '?', 'n']))
})
