import { isDeclared } from '@night/shared/declared'
import type { Seat } from '@night/shared/board'
import type { FlashEvent, ResultEvent } from '@night/shared/event'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Reach } from '../parts/reach.ts'
import { ReachWords } from '../parts/reach-words.tsx'
import { useRead } from '../parts/use-read.ts'
import { ChoiceField } from './fields.tsx'
import type { ColumnProps } from './held-column.tsx'
import { seatOptions } from './seat-options.ts'
import { Withdraw } from './withdraw.tsx'

/** Figures that do not stand: other ones are sent in the form for figures, or they are taken back here. [COR5] */
export const PutRightForm = ({ work, board }: ColumnProps) => {
  const chosen = useSignal('')
  const told = useSignal('')
  const fate = useRef<HTMLParagraphElement>(null)
  const seat = board.seatsById[chosen.value]
  const isGone = seat !== undefined && !canBePutRight(seat)
  // What is no choice any more is not chosen, should it be one again.
  useEffect(() => {
    if (isGone) chosen.value = ''
  }, [isGone])
  // What was withdrawn has no form any more: the reader goes on where it says so.
  useEffect(() => {
    if (told.value !== '' && document.activeElement === document.body) fate.current?.focus()
  }, [told.value])
  return (
    <div class="put-right">
      <ChoiceField
        {...{ fault: null, label: 'Constituency', name: 'put-right' }}
        nothing="Choose a constituency with figures or a winner"
        options={seatOptions(board, canBePutRight)}
        onChoose={(id) => {
          chosen.value = id
          told.value = ''
        }}
      />
      <Wrong key={chosen.value} seat={seat} work={work} tell={(words) => (told.value = words)} />
      {told.value !== '' && (
        <p class="told" tabIndex={-1} ref={fate}>
          {told.value}
        </p>
      )}
    </div>
  )
}

const canBePutRight = (seat: Seat): boolean => isDeclared(seat) || seat.flash !== null

type WrongProps = {
  readonly seat: Seat | undefined
  readonly work: ColumnProps['work']
  readonly tell: (words: string) => void
}

/** What can be put right of a seat: figures, or a winner before there are any. */
const Wrong = ({ seat, ...telling }: WrongProps) => {
  if (seat && isDeclared(seat))
    return <Standing stands={seat.latest} revision={seat.latest.revision} {...telling} />
  return seat?.flash ? <Standing stands={seat.flash} revision={0} {...telling} /> : null
}

type StandingProps = Pick<WrongProps, 'work' | 'tell'> & {
  readonly stands: ResultEvent | FlashEvent
  /** 0: a winner of whom there are no figures yet. [FLA2] */
  readonly revision: number
}

/** What stands, how far it has gone, and the ways out. */
const Standing = (props: StandingProps) => {
  const { stands, revision, work, tell } = props
  const { constituency, seq, words } = stands
  const { id } = constituency
  const read = useRead<Reach>(`${id} ${seq}`, () =>
    work.talk.get<Reach>(`${work.path}/constituencies/${encodeURIComponent(id)}/reach`),
  )
  const isAsking = useSignal(false)
  return (
    <>
      {!read?.ok && <p class="stands">{words.line}</p>}
      {read === null && <p class="part-note">Looking how far it has gone</p>}
      {read?.ok === false && <p class="form-fault">{read.words}</p>}
      {read?.ok && <ReachWords reach={read.answer} />}
      {isAsking.value ? (
        <Withdraw
          {...{ work, tell }}
          seat={constituency}
          revision={read?.ok ? read.answer.revision : revision}
          isKnown={read?.ok === true}
          cancel={() => (isAsking.value = false)}
        />
      ) : (
        <WaysOut {...props} withdraw={read?.ok ? () => (isAsking.value = true) : null} />
      )}
    </>
  )
}

type WaysOutProps = StandingProps & { readonly withdraw: (() => void) | null }

/** Other figures in the form for figures, or a withdrawal, once it is known what that undoes. */
const WaysOut = ({ stands, revision, work, withdraw }: WaysOutProps) => {
  const night = encodeURIComponent(work.night)
  return (
    <div class="buttons">
      {revision > 0 && (
        <a class="button" href={`/entry/${stands.constituency.id}?night=${night}`}>
          Correct the figures
        </a>
      )}
      {withdraw !== null && (
        <button type="button" data-into="withdraw" onClick={withdraw}>
          Withdraw…
        </button>
      )}
    </div>
  )
}
