/** Ems of a panel's name, for so many panels side by side. */
export const panelMeasure = (count: number): number => (count === 1 ? 13 : count === 2 ? 6.9 : 5.2)
