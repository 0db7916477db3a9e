import type { Mode } from '@night/shared/night'
import { saidAt } from '@night/shared/said-at'
import { takenBack } from '@night/shared/tale'
import { clockTime } from '@night/shared/time'
import { cutTo, fit } from '../fit.ts'
import { ModeMark } from '../parts/mode-mark.tsx'
import { colours } from '../colours.ts'
import { againstOf, factsLine } from '../seat-words.ts'
import { type Said, type Statement, verbs } from '../statement.ts'
import { figuresOf, fitRow } from './figures-of.ts'
import { Figures } from './figures.tsx'
import { Verdict, Withdrawn } from './verdict.tsx'

type StrapProps = Said & {
  readonly mode: Mode
  /** It was seen to arrive, and is entitled to its moment. */
  readonly isNew: boolean
  /** It shares the wall with a map: marks stand in the line below, and fewer facts. */
  readonly isCompact?: boolean
  /** What is said before any fact of its own. */
  readonly first?: string
  /** What is said where there is no fact of its own; what it is measured against, if nothing else. */
  readonly fallback?: string
}

/** Ems of the paper beside the verdict, and what is left of them where it carries marks. */
const wide = 9.7
const narrow = 7.1

/** What was said last: read from the door in one glance, verdict, seat, figures. [WALL6 WALL15 WALL16] */
export const Strap = (props: StrapProps) => {
  const { seat, statement, mode, isNew, isCompact = false } = props
  const { constituency, kind } = statement
  const isMarked = mode !== 'live' || kind === 'corrected'
  const verdict = verdictOf(statement)
  return (
    <article
      class={isNew ? 'strap strap-new' : 'strap'}
      data-seat={constituency.id}
      data-verdict={verdict?.kind}
      data-state={kind === 'corrected' ? 'declared' : kind}
      aria-labelledby="strap-name"
      style={verdict ? colours(verdict.party) : {}}
    >
      {statement.kind === 'withdrawn' && <Withdrawn what={takenBack(statement)} />}
      {verdict && <Verdict {...verdict} />}
      <div class="strap-paper">
        <h2
          class="strap-name fit"
          id="strap-name"
          style={fit(constituency.name, isMarked && !isCompact ? narrow : wide)}
        >
          {constituency.name}
        </h2>
        {!isCompact && <Marks mode={mode} kind={kind} />}
        <Tale {...{ seat, statement, isCompact }} />
      </div>
      <Foot {...props} />
    </article>
  )
}

type MarksProps = { readonly mode: Mode; readonly kind: Statement['kind'] }

const Marks = ({ mode, kind }: MarksProps) => (
  <p class="strap-marks">
    {mode !== 'live' && <ModeMark mode={mode} words={mode.toUpperCase()} />}
    {kind === 'corrected' && <strong class="strap-corrected">CORRECTION</strong>}
  </p>
)

/** Letters of the line below; and the same where it shares the wall. */
const letters = { roomy: 58, compact: 38 }
/** Ems of it beside the time; and where it shares the wall, beside the night's mark as well. */
const roomy = 31
const compact = { live: 16.4, replay: 16.4, rehearsal: 14, recorded: 14 }
/** The same beside the mark of a correction, without the time; and where the night is marked as well. */
const besideCorrection = { live: 16.4, replay: 9, rehearsal: 9, recorded: 9 }

const Foot = ({
  seat,
  statement,
  mode,
  isCompact = false,
  first = '',
  fallback = '',
}: StrapProps) => {
  const isMarked = isCompact && statement.kind === 'corrected'
  const room = isCompact ? (isMarked ? besideCorrection : compact)[mode] : roomy
  const facts =
    statement.kind === 'withdrawn'
      ? `No ${takenBack(statement)} stands`
      : first ||
        factsLine(seat, letters[isCompact ? 'compact' : 'roomy']) ||
        fallback ||
        `Against the ${againstOf(seat)}`
  const words = cutTo(facts, room)
  return (
    <div class="strap-foot">
      {/* As large as what there is room for; a phone breaks the line, and shows it all. */}
      <p
        class="strap-facts fit"
        data-long={isMarked && words !== facts}
        style={fit(words, room, 100)}
      >
        {facts}
      </p>
      <p class={isMarked ? 'strap-when strap-when-marked' : 'strap-when'}>
        <span class={isCompact ? 'unseen' : ''}>{verbs[statement.kind]} </span>
        {clockTime(saidAt(statement))}
      </p>
      {isCompact && <Marks mode={mode} kind={statement.kind} />}
    </div>
  )
}

const verdictOf = (statement: Statement) => {
  switch (statement.kind) {
    case 'declared':
    case 'corrected':
      return statement.result.verdict
    case 'flash':
      return { ...statement.verdict, party: statement.winner.party }
    case 'withdrawn':
      return null
  }
}

/** Letters that two lines of the paper hold; a longer reason is set smaller, and may lose its end. */
const twoLines = 52

type TaleProps = Said & { readonly isCompact: boolean }

const Tale = ({ seat, statement, isCompact }: TaleProps) => {
  switch (statement.kind) {
    case 'declared':
    case 'corrected': {
      const figures = figuresOf(seat.contest, statement)
      return <Figures figures={figures} style={isCompact ? fitRow(figures) : {}} />
    }
    case 'flash':
      return (
        <p class="strap-tale">
          <b>{statement.winner.name}</b> wins. Figures to follow.
        </p>
      )
    case 'withdrawn':
      return (
        <p class="strap-tale" data-long={statement.reason.length > twoLines}>
          {statement.reason}
        </p>
      )
  }
}
