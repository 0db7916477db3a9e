import type { Random } from '@night/worker/rehearsal/random'
import type { Exercise } from '../exercised.ts'
import type { Violation } from '../reading.ts'
import {
  again,
  anything,
  halfOpen,
  killRedis,
  killServer,
  killWorker,
  pauseClients,
  pauseRedis,
  poison,
  race,
  silencePhones,
  skewClocks,
} from './disturbances.ts'
import { fillDisk, smallDisk } from './full-disk.ts'
import type { LayGround } from './ground.ts'
import { noOwnMounts } from './own-mounts.ts'
import { cuttable, noPowerCut } from './power.ts'
import { cutPower } from './power-cuts.ts'
import { putBack } from './put-back.ts'
import type { Stand } from './stand.ts'

export type Fault = {
  readonly id: string
  readonly name: string
  readonly tier: 'push' | 'long'
  /** Declarations that are sent meanwhile, and how often each. */
  readonly declarations: number
  readonly sentUpTo?: number
  /** What has to have happened, or the run proves nothing. */
  readonly exercises?: readonly Exercise[]
  /** Why it cannot be tried on this machine, if so: then it is skipped, and counts neither way. */
  readonly whyNot?: () => Promise<string | null>
  /** It mounts something, which nobody else on this machine is to see. */
  readonly ownMounts?: true
  /** What Redis stands on, where that is not the disk as it is. */
  readonly ground?: LayGround
  /** A promise that is broken on purpose: the checker has to find that, or is none. */
  readonly breaks?: Violation['invariant']
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
    id: 'F4',
    name: 'the power is cut',
    tier: 'push',
    declarations: 500,
    exercises: ['cuts'],
    whyNot: () => noPowerCut(process.env),
    ground: cuttable(),
    disturb: cutPower({ times: 12, pause: [200, 900] }),
  },
  {
    id: 'F4e',
    name: 'the same with everysec: must be caught',
    tier: 'long',
    declarations: 500,
    exercises: ['cuts'],
    whyNot: () => noPowerCut(process.env),
    ground: cuttable('--appendfsync', 'everysec'),
    breaks: 'I1',
    disturb: cutPower({ times: 4, pause: [1500, 2500] }),
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
    id: 'F8',
    name: 'the disk is full',
    tier: 'long',
    declarations: 250,
    exercises: ['refusals'],
    whyNot: noOwnMounts,
    ownMounts: true,
    ground: smallDisk,
    disturb: fillDisk,
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
    id: 'F14',
    name: 'an earlier log is put back',
    tier: 'long',
    declarations: 250,
    exercises: ['resets', 'reconnects'],
    disturb: putBack,
  },
  {
    id: 'F15',
    name: 'phones take in and do not answer',
    tier: 'push',
    declarations: 100,
    disturb: again(2, [300, 600], silencePhones),
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
]
