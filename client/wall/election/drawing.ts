/** One element of a drawing. */
export const drawing = (
  name: 'g' | 'a' | 'path' | 'polygon',
  attributes: Readonly<Record<string, string>> = {},
): SVGElement => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
