import { doubtsOf } from './build.ts'
import type { PartProps } from './form-view.tsx'
import { doubtWords } from './missing.ts'

/** What is unlikely but may be true is sent only by somebody who listened again, and then waits for the desk. [ENT3] */
export const DoubtBox = ({ entry, facts }: PartProps) => {
  const { forTheDesk, against } = doubtsOf(facts)
  if (forTheDesk.length === 0 || against.length > 0) return null
  const words = doubtWords(forTheDesk)
  return (
    <fieldset class="part doubts">
      <legend>Listen again</legend>
      {forTheDesk.map(({ code, words, suggestion }) => (
        <p key={code} class="doubt">
          {words} {suggestion}
        </p>
      ))}
      <label class="tick">
        <input
          type="checkbox"
          data-box="heard-again"
          checked={facts.draft.heardAgain === words}
          onChange={({ currentTarget }) =>
            entry.change({ heardAgain: currentTarget.checked ? words : '' })
          }
        />{' '}
        This is what was read out. It will be held back until somebody at the desk has looked at it.
      </label>
    </fieldset>
  )
}
