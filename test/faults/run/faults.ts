import type { Random } from '@night/worker/rehearsal/random'
import type { Exercise } from '../exercised.ts'
import {
  again,
  anything,
  halfOpen,
  killRedis,
  killServer,
  killSome,
  killWorker,
  pauseClients,
  pauseRedis,
  poison,
  race,
  silencePhones,
  skewClocks,
} from './disturbances.ts'
import type { Group, Stand } from './stand.ts'
import { crowd, stampede } from './stampede.ts'

export type Fault = {
  readonly id: string
  readonly name: string
  readonly tier: 'push' | 'long' | 'kills'
  /** Declarations that are sent meanwhile, and how often each. */
  readonly declarations: number
  readonly sentUpTo?: number
  /** Milliseconds from one to the next; 25 where nothing is said. */
  readonly pause?: number
  /** Who follows; a hundred on two servers where nothing is said. */
  readonly groups?: readonly Group[]
  /** One night after another, until there were so many kills. */
  readonly kills?: number
  /** The house is not as it was: what comes after it gets another. */
  readonly spoils?: true
  /** What has to have happened, or the run proves nothing. */
  readonly exercises?: readonly Exercise[]
  /** What it finds, and the most that this may be. */
  readonly goals?: Readonly<Record<string, number>>
  /** Goes on while they are sent; ends when `isOver`. */
  readonly disturb: (stand: Stand, random: Random, isOver: () => boolean) => Promise<void>
}

export const faults: readonly Fault[] = [
  {
    id: 'F1',
    name: 'a worker is killed',
    tier: 'push',
    declarations: 150,
    exercises: ['kills'],
    disturb: again(6, [100, 700], killWorker),
  },
  {
    id: 'F2',
    name: 'a server is killed',
    tier: 'push',
    declarations: 150,
    exercises: ['kills', 'reconnects'],
    disturb: again(4, [200, 800], killServer),
  },
  {
    id: 'F3',
    name: 'Redis is killed',
    tier: 'push',
    declarations: 150,
    exercises: ['kills'],
    disturb: again(5, [200, 900], killRedis),
  },
  {
    id: 'F5',
    name: 'Redis stands still for 8 s',
    tier: 'long',
    declarations: 150,
    disturb: again(1, [500, 600], pauseRedis),
  },
  {
    id: 'F7',
    name: 'clocks an hour apart',
    tier: 'push',
    declarations: 100,
    disturb: again(1, [100, 200], skewClocks),
  },
  {
    id: 'F9',
    name: 'half of the clients do not read',
    tier: 'long',
    declarations: 200,
    disturb: again(1, [100, 200], pauseClients),
  },
  {
    id: 'F11',
    name: 'sent up to five times, out of order',
    tier: 'push',
    declarations: 100,
    exercises: ['kills'],
    sentUpTo: 5,
    disturb: again(1, [200, 300], killWorker),
  },
  {
    id: 'F12',
    name: 'two workers race',
    tier: 'push',
    declarations: 200,
    disturb: again(1, [0, 1], race),
  },
  {
    id: 'F6',
    name: 'a connection to Redis falls silent',
    tier: 'long',
    declarations: 300,
    disturb: again(1, [100, 200], halfOpen),
  },
  {
    id: 'F15',
    name: 'phones take in and do not answer',
    tier: 'push',
    declarations: 100,
    disturb: again(2, [300, 600], silencePhones),
  },
  {
    id: 'F16',
    name: '2,000 come back at the same time',
    tier: 'long',
    declarations: 80,
    pause: 250,
    groups: crowd,
    exercises: ['reconnects'],
    goals: { 'ready to caught up, 99 %, ms': 3000, 'longest lag of the server, ms': 1000 },
    disturb: stampede,
  },
  {
    id: 'F17',
    name: 'one that nobody can decide',
    tier: 'push',
    declarations: 150,
    disturb: again(1, [100, 200], poison),
  },
  {
    id: 'F18',
    name: 'anything at any time',
    tier: 'long',
    declarations: 600,
    exercises: ['kills', 'reconnects'],
    disturb: again(40, [100, 900], anything),
  },
  {
    id: 'F19',
    name: '500 kills, night after night',
    tier: 'kills',
    declarations: 650,
    pause: 50,
    kills: 500,
    exercises: ['kills', 'reconnects'],
    disturb: again(Number.POSITIVE_INFINITY, [50, 400], killSome),
  },
]
