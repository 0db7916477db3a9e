import type { DeclaredSeat } from '@night/shared/declared'
import { standingWords } from '@night/shared/standing-words'
import { copyText } from '../clipboard.ts'

export type Say = (words: string) => void

const kinds = ['line', 'snap', 'headline', 'story'] as const

/** Copies a text and says what became of it. [DSK8] */
export const copyAndSay = async (what: string, text: string, say: Say): Promise<void> => {
  const done = await copyText(text)
  say(done ? `Copied the ${what}: ${text}` : `The browser does not let us copy the ${what}.`)
}

type CopyBarProps = { readonly seat: DeclaredSeat; readonly say: Say }

/** One button for each form in which a result is told. */
export const CopyBar = ({ seat, say }: CopyBarProps) => (
  <div class="copy-bar" role="group" aria-label="Copy">
    <span aria-hidden="true">Copy</span>
    {kinds.map((kind) => (
      <button
        type="button"
        key={kind}
        aria-label={`Copy the ${kind}`}
        onClick={() => void copyAndSay(kind, standingWords(seat)[kind], say)}
      >
        {kind}
      </button>
    ))}
  </div>
)
