/** How a command ended, for whoever called it. [CLI2] */
export const exits = {
  done: 0,
  fault: 1,
  misread: 2,
  held: 3,
  refused: 4,
  unanswered: 5,
} as const
export type Exit = (typeof exits)[keyof typeof exits]
