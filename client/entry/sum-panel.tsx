import { useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { doubtsOf } from './build.ts'
import type { PartProps } from './form-view.tsx'
import { goToBox } from './keys.ts'
import { type Missing, missingIn } from './missing.ts'
import { sumOf } from './sum.ts'

/** As many as are named before they are only counted. */
const most = 5

/** The running sum, large, with what speaks against the figures and what is still to come. [ENT3] */
export const SumPanel = ({ entry, facts }: PartProps) => {
  const sum = sumOf(facts.form)
  const { against, forTheDesk } = doubtsOf(facts)
  const missing = missingIn(facts)
  const said = useRef('')
  useSignalEffect(() => {
    // Said when somebody goes to the next box, not at each digit.
    const isAnywhere = entry.focused.value !== ''
    const facts = entry.facts.peek()
    const words = facts === null ? '' : stateWords(facts)
    if (!isAnywhere || words === said.current || words === '') return
    said.current = words
    entry.say(words)
  })
  return (
    <aside class="sum" data-sum={sum.state} aria-label="Running sum">
      <p class="sum-words">{sum.words}</p>
      <p class="sum-more">{sum.more}</p>
      {against.map(({ code, words, suggestion }) => (
        <div key={code} class="reason" data-reason={code}>
          <p>{words}</p>
          {suggestion !== undefined && <p>{suggestion}</p>}
        </div>
      ))}
      {missing.length > 0 && against.length === 0 && <StillToCome missing={missing} />}
      {missing.length === 0 && (
        <p class="sum-ready">
          {forTheDesk.length === 0
            ? 'Everything is there and agrees. It can be sent.'
            : 'It can be sent. The desk will look at it before anybody else does.'}
        </p>
      )}
    </aside>
  )
}

const stateWords = (facts: PartProps['facts']): string => {
  const sum = sumOf(facts.form)
  if (sum.state === 'open') return ''
  const missing = missingIn(facts)
  const [first] = missing
  return first ? `${sum.words}. Still to come: ${first.words}` : `${sum.words}. It can be sent.`
}

const StillToCome = ({ missing }: { readonly missing: readonly Missing[] }) => (
  <div class="missing">
    <h2>Still to come</h2>
    <ul>
      {missing.slice(0, most).map(({ box, words }) => (
        <li key={box}>
          <button type="button" onClick={() => goToBox(box)}>
            {words}
          </button>
        </li>
      ))}
      {missing.length > most && <li>and {missing.length - most} more</li>}
    </ul>
  </div>
)
