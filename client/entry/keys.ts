/** What Enter goes through: boxes that are shown, in the order of the page. */
const boxesIn = (form: Element): readonly HTMLElement[] => [
  ...form.querySelectorAll<HTMLElement>('[data-box]:not(:disabled)'),
]

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing' | 'preventDefault'>

/** Enter goes to the next box, Shift and Enter back; on the button Enter presses it. [ENT1] */
export const goByEnter = (event: Key, form: Element): void => {
  const { activeElement } = document
  if (event.key !== 'Enter' || event.isComposing || activeElement === null) return
  if (activeElement.matches('button') && !event.shiftKey) return
  event.preventDefault()
  const boxes = boxesIn(form)
  const place = boxes.findIndex((box) => box === activeElement)
  focusOn(boxes[place === -1 ? 0 : place + (event.shiftKey ? -1 : 1)])
}

const focusOn = (box: HTMLElement | undefined): void => {
  box?.focus()
  if (box instanceof HTMLInputElement && box.type === 'text') box.select()
}

/** To the box of that name. */
export const goToBox = (name: string): void =>
  focusOn(
    [...document.querySelectorAll<HTMLElement>('[data-box]')].find(
      ({ dataset }) => dataset['box'] === name,
    ),
  )
