import type { ComponentChildren } from 'preact'

export type Level = 2 | 3

type SectionProps = {
  readonly title: string
  readonly level: Level
  readonly kind: string
  readonly children: ComponentChildren
}

/** A part of a seat's page under a heading of its own. */
export const Section = ({ title, level, kind, children }: SectionProps) => (
  <section class={`part part-${kind}`} aria-label={title}>
    {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
    {children}
  </section>
)
