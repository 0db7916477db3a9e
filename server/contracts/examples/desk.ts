const seat = 'E14000986'

/** What the desk says itself, and who may. */
export const deskExamples = {
  note: {
    constituency: seat,
    text: 'The Conservatives’ second-largest majority to fall at a by-election.',
    speaker: 'Sarah Edwards',
    role: 'MP for Tamworth',
    source: 'speech at the count',
  },
  status: {
    constituency: seat,
    status: 'expected',
    expectedAt: '2023-10-20T02:30:00+01:00',
    text: 'The bundles are being checked.',
  },
  flash: { constituency: seat, candidate: 'sarah-edwards' },
  withdrawal: { constituency: seat, revision: 1, reason: 'It was declared for another seat.' },
  closing: {},
  arming: { phrase: 'GO LIVE tamworth-tonight' },
  armed: { armed: false, missing: 1 },
  me: { id: 'a1b2c3d4', name: 'Hall of Tamworth', role: 'officer' },
  newOfficer: {
    name: 'Hall of Tamworth',
    role: 'officer',
    nights: ['tamworth-tonight'],
    constituencies: [seat],
  },
  newToken: {
    name: 'Hall of Tamworth',
    role: 'officer',
    nights: ['tamworth-tonight'],
    constituencies: [seat],
    id: 'a1b2c3d4',
    token: 'rno_a1b2c3d4_shown-once-and-kept-by-nobody',
  },
  officers: {
    officers: [
      {
        name: 'Hall of Tamworth',
        role: 'officer',
        nights: ['tamworth-tonight'],
        constituencies: [seat],
        id: 'a1b2c3d4',
        revoked: false,
      },
    ],
  },
} as const
