import { present } from '../../support/present.ts'
import { tell } from '../good-history.ts'
import { atLine, type Mutation, withFinal } from './mutation.ts'

const far = 60_000

/** Things done to answers, alerts and what surrounds a night. */
export const ofTheHouse: readonly Mutation[] = [
  {
    does: 'a declaration was acknowledged, late, and is lost',
    breaks: ['I1'],
    change: atLine('submit', (line) => {
      const id = 'lost'
      const content = { kind: 'note', constituency: null, text: 'TEST lost' } as const
      const lost = { ...line, id, content: { ...content, speaker: null, role: null, source: null } }
      const { t, pid, role, night } = line
      return [line, lost, { t: t + 1500, pid, role, night, id, kind: 'ack' }]
    }),
  },
  {
    does: 'something was acknowledged that nobody sent',
    breaks: ['I1'],
    change: atLine('ack', (line) => [line, { ...line, id: 'nobody' }]),
  },
  {
    does: 'what was held back is in the log',
    breaks: ['I1'],
    change: (plan, random) => {
      const of = present(plan.live.log[1])
      return atLine('append', (line) => [
        line,
        ...tell(plan)
          .filter((sent) => sent.kind === 'submit')
          .filter(({ id, night }) => night === line.night && id === `${night}-${of.seq}`)
          .map(
            ({ t, pid, role, night, id }) =>
              ({ t, pid, role, night, id, kind: 'reject', where: 'desk' }) as const,
          ),
      ])(plan, random)
    },
  },
  {
    does: 'a submission is said to be another event than it is',
    breaks: ['I1'],
    change: (plan, random) =>
      atLine('append', (line) => {
        const other = present(plan.live.log[line.seq === 2 ? 2 : 1])
        return [{ ...line, seq: other.seq, hash: other.hash }]
      })(plan, random),
  },
  {
    does: 'tokens are for another seat',
    breaks: ['I2'],
    change: (plan) =>
      tell(plan).map((line) => (line.kind === 'submit' ? { ...line, may: ['E99000001'] } : line)),
  },
  {
    does: 'somebody else is said to have sent it',
    breaks: ['I2'],
    change: (plan) =>
      tell(plan).map((line) => (line.kind === 'submit' ? { ...line, by: 'somebody' } : line)),
  },
  {
    does: 'an alert comes before its event',
    breaks: ['I8'],
    change: (plan, random) =>
      atLine('alert', (line) => {
        const event = present(plan.live.log[line.seq - 1])
        return [{ ...line, t: Date.parse(event.publishedAt) - 1 }]
      })(plan, random),
  },
  {
    does: 'an alert comes again under another id',
    breaks: ['I8'],
    change: atLine('alert', (line) => [line, { ...line, id: 'another' }]),
  },
  {
    does: 'two alerts have one id',
    breaks: ['I8'],
    change: atLine('alert', (line) => [line, { ...line, seq: line.seq - 1, tag: 'another' }]),
  },
  {
    does: 'an alert is of an event that is not there',
    breaks: ['I8'],
    change: atLine('alert', (line) => [line, { ...line, seq: 99, id: 'another' }]),
  },
  {
    does: 'a device is never told',
    breaks: ['I8'],
    change: (plan, random) => {
      const alerts = tell(plan).filter((line) => line.kind === 'alert')
      const lost = alerts[Math.floor(random() * alerts.length)]
      return lost
        ? tell(plan).filter(
            (line) => line.kind !== 'alert' || line.device !== lost.device || line.seq !== lost.seq,
          )
        : null
    },
  },
  {
    does: 'an alert goes out for a rehearsal',
    breaks: ['I8'],
    change: (plan, random) =>
      atLine('alert', (line) => [line, { ...line, night: plan.rehearsal.definition.id, seq: 1 }])(
        plan,
        random,
      ),
  },
  {
    does: 'a fault never ends',
    breaks: ['I9'],
    change: atLine('fault-end', () => []),
  },
  {
    does: 'an alert comes again a minute after all was over',
    breaks: ['I9'],
    change: (plan, random) => {
      const last = Math.max(...tell(plan).map(({ t }) => t))
      return atLine('alert', (line) => [line, { ...line, t: last + far }])(plan, random)
    },
  },
  {
    does: 'something was never decided',
    breaks: ['I9'],
    change: (plan) => withFinal(plan, { waiting: 1 }),
  },
  {
    does: 'a server fills its memory',
    breaks: ['I12'],
    change: atLine('memory', (line) => [{ ...line, bytes: 900_000_000 }]),
  },
  {
    does: 'nobody knows how it ended',
    breaks: ['I3', 'I1', 'I5', 'I8'],
    change: atLine('final', () => []),
  },
]
