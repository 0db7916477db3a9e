/** The address names no night. */
export const NoNight = () => (
  <div class="wall">
    <header class="top">
      <h1 class="top-title">Results night</h1>
    </header>
    <main class="stage">
      <div class="waiting">
        <p>Which night?</p>
        <p class="waiting-detail">
          This address names none. <a href="/">See what is on</a>
        </p>
      </div>
    </main>
  </div>
)
