import { baselineWords } from '@night/shared/baseline'
import { capitalised } from '@night/shared/tale'
import { Facts } from './facts.tsx'
import { LastTimeTable } from './last-time-table.tsx'
import { holderFacts } from './seat-facts.ts'
import type { SeatViewProps } from './seat-view.tsx'
import { Section } from './section.tsx'

/** The result of last time, and whose the seat was. */
export const Past = ({ seat, level }: Pick<SeatViewProps, 'seat' | 'level'>) => {
  const { previous } = seat.contest
  return (
    <>
      {previous && (
        <Section title={capitalised(baselineWords(previous))} level={level} kind="previous">
          <LastTimeTable previous={previous} />
        </Section>
      )}
      <Section title="The seat" level={level} kind="seat">
        <Facts facts={holderFacts(seat)} />
      </Section>
    </>
  )
}
