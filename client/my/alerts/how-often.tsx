import { Check } from './check.tsx'
import { clockOf } from './clock-of.ts'
import { mosts, usualQuiet } from './rules.ts'
import type { RulesProps } from './rules-form.tsx'

type Parts = Omit<RulesProps, 'board'>

/** Quiet hours, and the most in an hour. */
export const HowOften = (parts: Parts) => (
  <fieldset>
    <legend>How often</legend>
    <QuietHours {...parts} />
    <Most {...parts} />
  </fieldset>
)

const silence = 'one silent alert instead of many'

const QuietHours = ({ alerts, rules: { quiet } }: Parts) => {
  const hours = quiet && `${clockOf(quiet.from)} to ${clockOf(quiet.to)}: `
  return (
    <>
      <Check
        name="quiet"
        title="Quiet hours"
        words={`${hours ?? ''}${silence}`}
        isOn={quiet !== null}
        change={(isOn) => alerts.change({ quiet: isOn ? { ...usualQuiet } : null })}
      />
      {quiet !== null && (
        <div class="alerts-hours">
          <Hour
            title="From"
            at={quiet.from}
            set={(from) => alerts.change({ quiet: { ...quiet, from } })}
          />
          <Hour title="To" at={quiet.to} set={(to) => alerts.change({ quiet: { ...quiet, to } })} />
        </div>
      )}
    </>
  )
}

const Most = ({ alerts, rules: { mostInAnHour } }: Parts) => (
  <label class="alerts-most">
    <span>
      <b>At most in an hour</b> <span>what is above it comes in one digest</span>
    </span>
    <select
      name="mostInAnHour"
      value={mostInAnHour ?? ''}
      onChange={({ currentTarget: { value } }) =>
        alerts.change({ mostInAnHour: value === '' ? null : Number(value) })
      }
    >
      <option value="">No limit</option>
      {amounts(mostInAnHour).map((most) => (
        <option key={most} value={most}>
          {most}
        </option>
      ))}
    </select>
  </label>
)

/** One that was chosen elsewhere is shown as it is. */
const amounts = (chosen: number | null): readonly number[] =>
  [...new Set([...mosts, ...(chosen === null ? [] : [chosen])])].toSorted((a, b) => a - b)

type HourProps = {
  readonly title: string
  readonly at: string
  readonly set: (at: string) => void
}

const Hour = ({ title, at, set }: HourProps) => (
  <label>
    <span>{title}</span>
    <input
      type="time"
      value={at}
      onChange={({ currentTarget: { value } }) => {
        // Cleared for a moment while somebody writes it.
        if (value !== '') set(value)
      }}
    />
  </label>
)
