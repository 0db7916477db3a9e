/** What the promises rest on. Each part has to notice, by its tests, most of what is changed in it. */
export const parts: Readonly<Record<string, readonly string[]>> = {
  fold: ['shared/board.ts', 'shared/declared.ts', 'client/history.ts'],
  checks: [
    'shared/checks.ts',
    'shared/plausibility.ts',
    'shared/mistyped.ts',
    'shared/reason.ts',
    'worker/declare.ts',
  ],
  append: ['worker/log.ts', 'shared/chain.ts'],
  checker: [
    'test/faults/checker.ts',
    'test/faults/content.ts',
    'test/faults/own-fold.ts',
    'test/faults/own-chain.ts',
    'test/faults/exercised.ts',
  ],
}
