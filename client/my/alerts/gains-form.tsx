import type { AlertRules } from '@night/shared/alert/rules'
import { toggled } from '../choice.ts'
import { Check } from './check.tsx'
import { type Choosable, partiesOf, regionsOf } from './night-choices.ts'
import { usualRules } from './rules.ts'
import type { RulesProps } from './rules-form.tsx'

type Gains = NonNullable<AlertRules['gains']>

/** Gains: by or from some parties, in some regions; with none chosen it is any. */
export const GainsForm = ({ alerts, board, rules: { gains } }: RulesProps) => {
  const change = (now: Gains | null): void => alerts.change({ gains: now })
  return (
    <>
      <Check
        name="gains"
        title="Gains"
        words={gains === null ? 'a seat that changes hands' : gainsInWords(gains)}
        isOn={gains !== null}
        change={(isOn) => change(isOn ? usualRules.gains : null)}
      />
      {gains !== null && (
        <details class="alerts-which">
          <summary>Which gains</summary>
          <Chips
            title="By or from"
            all={partiesOf(board, gains.parties)}
            chosen={gains.parties}
            choose={(id) => change({ ...gains, parties: [...toggled(gains.parties, id)] })}
          />
          <Chips
            title="In"
            all={regionsOf(board)}
            chosen={gains.regions}
            choose={(id) => change({ ...gains, regions: [...toggled(gains.regions, id)] })}
          />
        </details>
      )}
    </>
  )
}

const gainsInWords = ({ parties, regions }: Gains): string =>
  `${parties.length === 0 ? 'of any party' : `of ${counted(parties.length, 'party', 'parties')}`}, ${
    regions.length === 0 ? 'anywhere' : `in ${counted(regions.length, 'region', 'regions')}`
  }`

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`

type ChipsProps = {
  readonly title: string
  readonly all: readonly Choosable[]
  readonly chosen: readonly string[]
  readonly choose: (id: string) => void
}

const Chips = ({ title, all, chosen, choose }: ChipsProps) => (
  <div class="alerts-chips" role="group" aria-label={title}>
    <span>{chosen.length === 0 ? `${title} any` : title}</span>
    {all.map(({ id, name }) => (
      <button
        key={id}
        type="button"
        data-choice={id}
        aria-pressed={chosen.includes(id)}
        onClick={() => choose(id)}
      >
        {name}
      </button>
    ))}
  </div>
)
