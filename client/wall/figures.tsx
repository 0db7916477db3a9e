import type { Figure } from './figures-of.ts'

type FiguresProps = {
  readonly figures: readonly Figure[]
  readonly style?: Readonly<Record<string, string>>
}

export const Figures = ({ figures, style = {} }: FiguresProps) => (
  <dl class="figures" style={style}>
    {figures.map(({ label, value, unit, note }) => (
      <div class="figure" key={label}>
        <dt>{label}</dt>
        <dd>
          <span class="figure-value">
            {value}
            {unit !== undefined && <span class="figure-unit"> {unit}</span>}
          </span>
          {note !== null && <span class="figure-note"> {note}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
