import type { Fact } from './seat-facts.ts'

export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(({ label, value, note }) => (
      <div class="fact" key={label}>
        <dt>{label}</dt>
        <dd>
          {value}
          {note !== undefined && <span class="fact-note"> {note}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
