import type { ReadonlySignal } from '@preact/signals'

/** The page's only live region: empty at first. */
export const Spoken = ({ spoken }: { readonly spoken: ReadonlySignal<string> }) => (
  <p class="unseen" role="status">
    {spoken.value}
  </p>
)
