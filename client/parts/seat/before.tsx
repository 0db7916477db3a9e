import type { Seat } from '@night/shared/board'
import { grouped } from '@night/shared/figures'
import { capitalised } from '@night/shared/tale'
import { defenceOf, shortName } from '../../seat-words.ts'
import { PartyChip } from '../party-chip.tsx'
import { useRead } from '../use-read.ts'
import { Facts } from './facts.tsx'
import type { Fact } from './seat-facts.ts'
import type { SeatViewProps } from './seat-view.tsx'
import { Section } from './section.tsx'

type BeforeProps = Pick<SeatViewProps, 'seat' | 'books' | 'level'>

const defenceFacts = ({ contest }: Seat): Fact[] => {
  const defence = defenceOf(contest)
  const electorate = { label: 'Electorate', value: grouped(contest.electorate) }
  if (!defence) return [{ label: 'Defended by', value: 'nobody: a new seat' }, electorate]
  const { party, majority, baseline, swing } = defence
  return [
    { label: 'Defended by', value: shortName(party), note: baseline },
    { label: 'Majority to defend', value: grouped(majority) },
    swing && {
      label: `Swing that ${shortName(swing.to)} needs`,
      value: `${swing.printed} points`,
      note: `from ${shortName(party)}`,
    },
    electorate,
  ].filter((fact) => fact !== null)
}

/** What is known before anything was declared. [SEA6] */
export const Defended = ({ seat, level }: BeforeProps) => (
  <Section title="Before the declaration" level={level} kind="defence">
    <Facts facts={defenceFacts(seat)} />
  </Section>
)

const useContest = ({ seat, books }: BeforeProps) => {
  const { id } = seat.contest.constituency
  return useRead(id, () => books.contest(id))
}

/** Who stands, in ballot order. [SEA6] */
export const BallotPaper = (props: BeforeProps) => {
  const read = useContest(props)
  if (read === null) return null
  if (!read.ok) return <p class="part-note">Candidates: {read.words}</p>
  return (
    <Section title="Candidates, in ballot order" level={props.level} kind="ballot">
      <ol class="ballot">
        {read.answer?.candidates.map(({ id, name, party }) => (
          <li key={id}>
            <span>{name}</span> <PartyChip party={party} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What would be a record here: by-elections have such lines. [SEA6] */
export const Watch = (props: BeforeProps) => {
  const read = useContest(props)
  if (!read?.ok || !read.answer || read.answer.watch.length === 0) return null
  return (
    <Section title="Listen for" level={props.level} kind="watch">
      <ul class="watch">
        {read.answer.watch.map(({ text }) => (
          <li key={text}>{capitalised(text)}</li>
        ))}
      </ul>
    </Section>
  )
}
