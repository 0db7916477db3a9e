import type { Mode } from '@night/shared/night'

type ModeMarkProps = { readonly mode: Mode; readonly words: string }

export const ModeMark = ({ mode, words }: ModeMarkProps) => (
  <span class="mode" data-mode={mode}>
    {words}
  </span>
)
