type Details = {
  readonly class?: string
  /** Attributes `data-…`; those without a value are left out. */
  readonly data?: Readonly<Record<string, string | null | undefined>>
  /** Properties of the style, custom ones as well. */
  readonly style?: Readonly<Record<string, string>>
}
type Child = Node | string | null | false

/** One element with its children; texts are texts, whatever they hold. */
export const element = (
  name: keyof HTMLElementTagNameMap,
  { class: classes, data = {}, style = {} }: Details,
  ...children: readonly Child[]
): HTMLElement => {
  const made = document.createElement(name)
  if (classes !== undefined) made.className = classes
  for (const [key, value] of Object.entries(data)) {
    if (value) made.dataset[key] = value
  }
  for (const [property, value] of Object.entries(style)) made.style.setProperty(property, value)
  made.append(...children.filter((child) => child !== null && child !== false))
  return made
}
