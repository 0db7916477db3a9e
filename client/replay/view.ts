import { instant, milliseconds } from '@night/shared/time'
import { type Speed, speeds } from './commands.ts'
import type { Place } from './tape.ts'

export const screens = ['wall', 'schedule', 'battleground', 'seat'] as const
export type ScreenName = (typeof screens)[number]

type Loop = { readonly from: number; readonly to: number | null }

/** What is looked at, and how: the address has all of it, but for the place. */
export type View = {
  readonly screen: ScreenName
  /** A constituency's code, or nothing. */
  readonly seat: string
  readonly speed: Speed
  readonly isPlaying: boolean
  /** What is still ahead may be seen. */
  readonly spoilers: boolean
  readonly hindsight: boolean
  /** Quiet hours are passed over. */
  readonly skipsQuiet: boolean
  readonly loop: Loop | null
}

export const plainView: View = {
  screen: 'wall',
  seat: '',
  speed: 60,
  isPlaying: false,
  spoilers: true,
  hindsight: false,
  skipsQuiet: false,
  loop: null,
}

/** The map is the wall's. */
const screenIn = (text: string | null, seat: string): ScreenName =>
  screens.find((name) => name === text) ?? (text === null && seat !== '' ? 'seat' : 'wall')

const speedIn = (text: string | null): Speed =>
  speeds.find((speed) => String(speed) === text) ?? plainView.speed

/** "2023-10-20T01:45Z/2023-10-20T02:00Z", as intervals are written. */
const loopIn = (text: string | null): Loop | null => {
  const [from = Number.NaN, to = Number.NaN] = (text ?? '').split('/').map(milliseconds)
  return Number.isNaN(from) ? null : { from, to: to > from ? to : null }
}

/** What an address asks for; what it does not say is plain. [RPY4] */
export const viewOf = (search: string): View => {
  const query = new URLSearchParams(search)
  const seat = (query.get('seat') ?? '').toUpperCase()
  return {
    screen: screenIn(query.get('screen'), seat),
    seat,
    speed: speedIn(query.get('speed')),
    isPlaying: query.get('play') === 'on',
    spoilers: query.get('spoilers') !== 'off',
    hindsight: query.get('view') === 'hindsight',
    skipsQuiet: query.get('quiet') === 'skip',
    loop: loopIn(query.get('loop')),
  }
}

/** The time and, where not all of that time is told, the number of events that are; null where it says no time. [RPY4] */
export const placeIn = (search: string): { time: number; count: number | null } | null => {
  const query = new URLSearchParams(search)
  const time = milliseconds(query.get('t') ?? '')
  const count = Number.parseInt(query.get('n') ?? '', 10)
  return Number.isNaN(time) ? null : { time, count: count >= 0 ? count : null }
}

/** As short as an instant may be written: "2023-10-20T01:45Z". */
const shortInstant = (time: number): string =>
  instant(Math.floor(time / 1000) * 1000).replace(/(:00)?\.000Z$/, 'Z')

/** The address of a view and a place, as short as it may be, with whatever else it said before. [RPY4] */
export const searchOf = (before: string, view: View, { time, count }: PlaceInAddress): string => {
  const query = new URLSearchParams(before)
  const say = (name: string, value: string): void => {
    if (value === '') query.delete(name)
    else query.set(name, value)
  }
  const { screen, seat, loop } = view
  say('t', shortInstant(time))
  say('n', count === null ? '' : String(count))
  say('seat', seat)
  say('screen', screen === (seat === '' ? 'wall' : 'seat') ? '' : screen)
  say('speed', view.speed === plainView.speed ? '' : String(view.speed))
  say('play', view.isPlaying ? 'on' : '')
  say('spoilers', view.spoilers ? '' : 'off')
  say('view', view.hindsight ? 'hindsight' : '')
  say('quiet', view.skipsQuiet ? 'skip' : '')
  say(
    'loop',
    loop
      ? [loop.from, loop.to]
          .filter((at) => at !== null)
          .map(shortInstant)
          .join('/')
      : '',
  )
  return `?${query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/')}`
}

type PlaceInAddress = Omit<Place, 'count'> & { readonly count: number | null }
