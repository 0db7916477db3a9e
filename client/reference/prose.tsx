/** A sentence of the contract; what stands between backticks is code. */
export const Prose = ({ text }: { readonly text: string }) => (
  <>{text.split('`').map((part, place) => (place % 2 === 1 ? <code>{part}</code> : part))}</>
)
