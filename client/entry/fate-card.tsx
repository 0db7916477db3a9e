import { grouped } from '@night/shared/figures'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { HeldReason } from '../held/answers.ts'
import type { PartProps } from './form-view.tsx'
import { fateWords, overtakenWords } from './fate-words.ts'
import type { Facts } from './missing.ts'
import type { Fate } from './send.ts'
import { isUnderWay } from './state.ts'

type FateProps = PartProps & { readonly fate: Fate }

/** What became of what was sent, and until that is known, what it says. [ENT6] */
export const FateCard = ({ entry, facts, fate }: FateProps) => (
  <Card state={isOvertaken(fate, facts) ? 'overtaken' : fate.state}>
    {fate.state === 'held' ? (
      <Held reasons={fate.reasons} />
    ) : (
      <h2>
        {isOvertaken(fate, facts)
          ? overtakenWords(fate.seq)
          : fateWords(fate, entry.followed.board.value?.night.mode)}
      </h2>
    )}
    {isUnderWay(fate) && <OnItsWay facts={facts} />}
    {fate.state === 'refused' && fate.token === 'of-another' && (
      <button type="button" class="second" onClick={() => entry.askWho(null)}>
        Use another token
      </button>
    )}
    {fate.state === 'published' && <Published {...{ entry, facts, fate }} />}
  </Card>
)

/** What was sent last was not taken, and nothing was sent since. [ENT6 ENT8] */
export const NotTakenCard = ({ words }: { readonly words: string }) => (
  <Card state="not-taken">
    <h2>{words}</h2>
  </Card>
)

type CardProps = {
  readonly state: Fate['state'] | 'overtaken' | 'not-taken'
  readonly children: ComponentChildren
}

/** The focus goes there from a form that is gone, and where a page is opened with something to say. */
const Card = ({ state, children }: CardProps) => {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) card.current?.focus()
  }, [state])
  return (
    <section
      ref={card}
      tabIndex={-1}
      class="card fate"
      data-fate={state}
      aria-label="What became of it"
    >
      {children}
    </section>
  )
}

const Held = ({ reasons }: { readonly reasons: readonly HeldReason[] }) => (
  <>
    <h2>Held back for the desk</h2>
    {reasons.map(({ code, words, suggestion }) => (
      <p key={code}>
        {words} {suggestion}
      </p>
    ))}
    <p>Nobody sees it before the desk decides. If a figure is wrong, put it right and send it.</p>
  </>
)

const Published = ({ entry, facts, fate }: FateProps) => {
  const isOver = isOvertaken(fate, facts)
  useEffect(() => {
    if (isOver) entry.say(overtakenWords(fate.seq))
  }, [isOver])
  const query = `?night=${encodeURIComponent(entry.place.night)}`
  return (
    <>
      {!isOver && <p>{facts.standing.latest?.words.line}</p>}
      <p>
        <a href={`/seat/${entry.place.seat}${query}`}>What is said of it</a>{' '}
        <a href={`/entry${query}`}>Another constituency</a>
      </p>
    </>
  )
}

const OnItsWay = ({ facts: { contest, draft } }: Pick<PartProps, 'facts'>) => {
  const declaration = draft.sending?.declaration
  if (!declaration) return null
  const votesById = new Map(declaration.votes.map((row) => [row.candidate, row.votes]))
  return (
    <ul class="on-its-way" aria-label="What is being sent">
      {contest.candidates.map(({ id, name }) => (
        <li key={id}>
          {name} <b>{grouped(votesById.get(id) ?? 0)}</b>
        </li>
      ))}
      <li>
        Total valid votes <b>{grouped(declaration.valid)}</b>
      </li>
    </ul>
  )
}

/** Whether the seat was corrected or withdrawn after what was published. [ENT7] */
export const isOvertaken = (
  fate: Fate,
  { standing: { latest, withdrawn } }: Facts,
): fate is Extract<Fate, { state: 'published' }> =>
  fate.state === 'published' && ((latest ?? withdrawn)?.seq ?? 0) > fate.seq

/** Whether it is published: then there is nothing more to write. */
export const isAtAnEnd = (fate: Fate | null): boolean => fate?.state === 'published'
