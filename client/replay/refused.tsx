/** The night cannot be read. */
export const Refused = ({ words }: { readonly words: string }) => (
  <main class="no-night">
    <h1>No replay</h1>
    <p class="part-note">
      {words} <a href="/">See what is on</a>
    </p>
  </main>
)
