import type { ScreenMeasures } from '@night/shared/measures'

/** Who is connected to this server, what they were built as, and who does not keep up. [OBS5] */
export const Screens = ({ screens }: { readonly screens: ScreenMeasures }) => (
  <section aria-labelledby="screens">
    <h2 id="screens">Screens of this server</h2>
    <dl class="counts">
      <div data-count="connected">
        <dt>Connected</dt>
        <dd>{screens.connected}</dd>
      </div>
      <div data-count="behind">
        <dt>Behind: were sent what they have not read</dt>
        <dd>{screens.behind}</dd>
      </div>
    </dl>
    {screens.versions.length > 0 && (
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">Built as</th>
            <th scope="col">Which is</th>
            <th scope="col">Screens</th>
          </tr>
        </thead>
        <tbody>
          {screens.versions.map((one) => (
            <tr key={one.version} data-version={one.version ?? 'unknown'}>
              <th scope="row">{nameOf(one.version)}</th>
              <td data-name="Which is">{kindOf(one.version, screens.version)}</td>
              <td data-name="Screens">{one.screens}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)

const nameOf = (version: string | null): string =>
  version === null ? 'Not told' : version === 'other' ? 'Others' : version.slice(0, 8)

const kindOf = (version: string | null, current: string): string => {
  if (version === null) return 'a program, or an older screen'
  return version === current ? 'what is served now' : 'another one: it loads anew by itself'
}
