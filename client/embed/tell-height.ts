import { heightMessage } from './messages.ts'

/** Tells the page around this one how high it is, whenever that changes; and no page of another origin. [EMB2] */
export const tellHeight = (root: HTMLElement, to: string | null): void => {
  if (to === null || parent === window) return
  new ResizeObserver(() => {
    parent.postMessage(heightMessage(root.getBoundingClientRect().height), to)
  }).observe(root)
}
