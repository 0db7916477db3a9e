import type { Came } from './send.ts'

/** What came back, as text and nothing else. */
export const AnswerBox = ({ came: { status, headers, body, isOpen } }: { readonly came: Came }) => (
  <section class="ref-came" aria-label="What came back" aria-busy={isOpen}>
    <h3>
      {status}
      {isOpen && <span class="ref-quiet"> and more to come</span>}
    </h3>
    {headers !== '' && (
      <details>
        <summary>Headers</summary>
        <pre class="ref-headers" tabIndex={0}>
          {headers}
        </pre>
      </details>
    )}
    {body !== '' && (
      <pre class="ref-body" tabIndex={0} aria-label="Body">
        {body}
      </pre>
    )}
  </section>
)
