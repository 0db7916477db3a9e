type CheckProps = {
  readonly name: string
  readonly title: string
  readonly words: string
  readonly isOn: boolean
  readonly change: (isOn: boolean) => void
}

/** One rule: a box as large as a thumb, its name, and what it means. */
export const Check = ({ name, title, words, isOn, change }: CheckProps) => (
  <label class="alerts-check">
    <input
      type="checkbox"
      name={name}
      checked={isOn}
      onChange={({ currentTarget }) => change(currentTarget.checked)}
    />
    <span>
      <b>{title}</b> <span>{words}</span>
    </span>
  </label>
)
