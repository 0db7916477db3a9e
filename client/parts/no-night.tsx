/** The address names no night. */
export const NoNight = () => (
  <main class="no-night">
    <h1>Which night?</h1>
    <p class="part-note">
      This address names none. <a href="/">See what is on</a>
    </p>
  </main>
)
