import { skewClocks } from './clocks.ts'
import type { Fault } from './fault.ts'
import {
  again,
  inTurn,
  killRedis,
  killServer,
  killWorker,
  poison,
  refusePhones,
  silencePhones,
} from './disturbances.ts'
import { cuttable, noPowerCut } from './power.ts'
import { cutPower } from './power-cuts.ts'
import { correctDuringReplay } from './replay-apart.ts'
import { killAtWork, race } from './workers-at-work.ts'

/** Those that every push is tried with; what leaves the house otherwise than it was comes last. */
export const pushFaults: readonly Fault[] = [
  {
    id: 'F1',
    name: 'a worker is killed',
    tier: 'push',
    declarations: 150,
    exercises: ['kills', 'stalled'],
    disturb: inTurn(again(1, [200, 500], killAtWork), again(5, [100, 700], killWorker)),
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
    exercises: ['conflicts'],
    disturb: race,
  },
  {
    id: 'F13',
    name: 'the live night is put right in a replay',
    tier: 'push',
    declarations: 100,
    goals: {
      'still to be replayed when the live night was put right': { least: 1 },
      'lines of the replay that are others': { most: 0 },
      'corrections of the live night': { least: 1, most: 1 },
    },
    disturb: correctDuringReplay,
  },
  {
    id: 'F15',
    name: 'phones do not answer, or refuse',
    tier: 'push',
    declarations: 150,
    exercises: ['resent'],
    goals: { 'pushes refused': { least: 1 } },
    disturb: inTurn(again(1, [300, 600], silencePhones), again(1, [100, 200], refusePhones)),
  },
  {
    id: 'F17',
    name: 'one that nobody can decide',
    tier: 'push',
    declarations: 150,
    disturb: again(1, [100, 200], poison),
  },
  {
    id: 'F7',
    name: 'clocks an hour apart',
    tier: 'push',
    declarations: 100,
    spoils: true,
    goals: {
      'events by a clock that is an hour ahead': { least: 1 },
      'events by one an hour behind': { least: 1 },
    },
    disturb: again(1, [100, 200], skewClocks),
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
]
