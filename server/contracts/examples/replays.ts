const night = '2023-10-19-by-elections'

const replay = {
  id: 'tamworth',
  of: night,
  night: `${night}-replay-tamworth`,
  run: 1,
  from: '2023-10-20T01:40:00.000Z',
  to: '2023-10-20T02:21:00.000Z',
  speed: 30,
  playing: true,
  position: '2023-10-20T01:40:00.000Z',
  setAt: '2023-11-01T09:00:00.000Z',
  controller: null,
} as const

/** The night again at thirty times its speed, from just before Tamworth. */
export const replayExamples = {
  newReplay: { id: 'tamworth', of: night, speed: 30, from: '2023-10-20T02:40:00+01:00' },
  replay,
  replays: { replays: [replay] },
  replayChange: { playing: false, position: '2023-10-20T02:45:00+01:00' },
} as const
