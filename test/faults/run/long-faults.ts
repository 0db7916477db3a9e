import type { Fault } from './fault.ts'
import {
  again,
  halfOpen,
  inRounds,
  killRedis,
  killServer,
  killSome,
  killWorker,
  pauseRedis,
  refusePhones,
  silencePhones,
} from './disturbances.ts'
import { fillDisk, smallDisk } from './full-disk.ts'
import { sendMalformed } from './malformed.ts'
import { noOwnMounts } from './own-mounts.ts'
import { cuttable, noPowerCut } from './power.ts'
import { cutPower } from './power-cuts.ts'
import { putBack } from './put-back.ts'
import { halves, stopHalf } from './slow-readers.ts'
import { crowd, stampede } from './stampede.ts'
import { killAtWork } from './workers-at-work.ts'

const everything = [
  killWorker,
  killServer,
  killRedis,
  killAtWork,
  pauseRedis(3000),
  silencePhones,
  refusePhones,
]

/** Those that take longer, or a quieter machine. */
export const longFaults: readonly Fault[] = [
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
    exercises: ['refusals'],
    disturb: again(1, [500, 600], pauseRedis(8000)),
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
    declarations: 150,
    pause: 200,
    groups: halves,
    exercises: ['reconnects'],
    goals: {
      'dropped, since they read too slowly': { least: 1 },
      // Where nobody heard anything, it is 0.
      'latency of the others meanwhile, 50 %, as a multiple': { least: 0.01, most: 1.5 },
      'latency of the others meanwhile, 99 %, as a multiple': { least: 0.01, most: 2 },
    },
    disturb: stopHalf,
  },
  {
    id: 'F10',
    name: '10,000 malformed bodies and greetings',
    tier: 'long',
    declarations: 150,
    goals: {
      'malformed bodies': { least: 8000 },
      'malformed greetings': { least: 2000 },
      'not refused with a problem': { most: 0 },
      'neither refused nor closed': { most: 0 },
      'more memory in a server, MB': { most: 30 },
      'server processes': { least: 2, most: 2 },
    },
    disturb: sendMalformed,
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
    id: 'F16',
    name: '2,000 come back at the same time',
    tier: 'long',
    declarations: 80,
    pause: 250,
    groups: crowd,
    exercises: ['reconnects'],
    goals: {
      'ready to caught up, 99 %, ms': { most: 3000 },
      'longest lag of the server, ms': { most: 1000 },
      // Where the server was not heard, it is 0, and so is its lag.
      'processor time of the server meanwhile, ms': { least: 1 },
    },
    disturb: stampede,
  },
  {
    id: 'F6',
    name: 'a connection to Redis falls silent',
    tier: 'long',
    declarations: 300,
    spoils: true,
    // Sooner, and it was never silent.
    goals: { 'healed after, s': { least: 5, most: 25 } },
    disturb: again(1, [100, 200], halfOpen),
  },
  {
    id: 'F18',
    name: 'anything at any time',
    tier: 'long',
    declarations: 600,
    pause: 250,
    exercises: ['kills', 'stalled', 'reconnects', 'resent'],
    goals: { faults: { least: 40 } },
    disturb: inRounds(40, [100, 900], everything),
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
