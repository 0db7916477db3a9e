import { commandOf, type Pressed } from '@night/client/replay/commands'
import { placeIn, plainView, searchOf, viewOf } from '@night/client/replay/view'
import { instant, milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'

const press = (key: string, more: Partial<Pressed> = {}) =>
  commandOf({ key, isShift: false, isChord: false, where: 'page', ...more })

test('[RPY2] every key does one thing', () => {
  expect([' ', '.', ',', 'g', 'm', 'c', '0', '[', ']', '?'].map((key) => press(key))).toEqual([
    'play',
    'next',
    'previous',
    'next-gain',
    'next-mine',
    'next-chapter',
    'edge',
    'loop-in',
    'loop-out',
    'help',
  ])
  expect(['1', '2', '3', '4', '5', '6'].map((key) => press(key))).toEqual(
    [1, 10, 30, 60, 300, 'max'].map((speed) => ({ speed })),
  )
  expect(['G', 'M', 'C'].map((key) => press(key, { isShift: true }))).toEqual([
    'previous-gain',
    'previous-mine',
    'previous-chapter',
  ])
  expect([press('ArrowRight'), press('ArrowLeft')]).toEqual(['minute-on', 'minute-back'])
  expect(['ArrowRight', 'ArrowLeft'].map((key) => press(key, { isShift: true }))).toEqual([
    'ten-on',
    'ten-back',
  ])
  expect([press('7'), press('x'), press('Tab')]).toEqual([null, null, null])
})

test('[RPY2] what is written in a field, a browser’s own chord and a button’s Space are left alone', () => {
  expect(press('g', { where: 'field' })).toBe(null)
  expect(press('c', { isChord: true })).toBe(null)
  expect(press(' ', { where: 'control' })).toBe(null)
  expect(press('.', { where: 'control' })).toBe('next')
})

test('[RPY4] an address is read and written as it is', () => {
  const search =
    '?night=n&t=2023-10-20T01:45Z&seat=E14000986&screen=wall&speed=300&play=on&spoilers=off&view=hindsight&quiet=skip&loop=2023-10-20T01:00Z/2023-10-20T02:00Z'
  const view = viewOf(search)
  expect(view).toEqual({
    screen: 'wall',
    seat: 'E14000986',
    speed: 300,
    isPlaying: true,
    spoilers: false,
    hindsight: true,
    skipsQuiet: true,
    loop: {
      from: milliseconds('2023-10-20T01:00:00Z'),
      to: milliseconds('2023-10-20T02:00:00Z'),
    },
  })
  const place = placeIn(search)
  expect(place && instant(place.time)).toBe('2023-10-20T01:45:00.000Z')
  expect(place && searchOf(search, view, place)).toBe(search)
})

test('[RPY4] what is plain is not in the address, and what is not of the replay stays', () => {
  const place = { time: milliseconds('2023-10-20T01:45:03.120Z'), count: 2 }
  expect(searchOf('?night=n&motion=off&speed=10&seat=X', plainView, place)).toBe(
    '?night=n&motion=off&t=2023-10-20T01:45:03Z&n=2',
  )
  expect(placeIn('?t=2023-10-20T01:45:03Z&n=2')?.count).toBe(2)
})

test('[RPY4] a seat in the address is its screen, the map is the wall’s, nonsense is plain', () => {
  expect(viewOf('?seat=e14000986')).toMatchObject({ screen: 'seat', seat: 'E14000986' })
  expect(viewOf('?screen=map').screen).toBe('wall')
  expect(viewOf('?speed=7&loop=x/y&screen=moon')).toEqual(plainView)
  expect([placeIn(''), placeIn('?t=soon')]).toEqual([null, null])
})
