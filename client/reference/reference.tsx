import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Contract, Group, Operation } from './document.ts'
import { groupsOf } from './document.ts'
import { OperationView } from './operation-view.tsx'
import { TryIt } from './try-it.tsx'

type ReferenceProps = {
  readonly contract: ReadonlySignal<Contract | null>
  readonly fault: ReadonlySignal<string | null>
  /** The operation that the address names. */
  readonly chosen: ReadonlySignal<string>
  readonly token: Signal<string>
}

/** The contract to read, one operation at a time, and to try it. [API7] */
export const Reference = ({ contract, fault, chosen, token }: ReferenceProps) => {
  const { value } = contract
  if (value === null) {
    return (
      <main class="reference">
        <h1>The contract</h1>
        <p role={fault.value === null ? undefined : 'alert'}>{fault.value ?? 'Reading it'}</p>
      </main>
    )
  }
  const groups = groupsOf(value)
  const all = groups.flatMap(({ operations }) => operations)
  const operation = all.find(({ operationId }) => operationId === chosen.value) ?? all[0]
  return (
    <main class="reference">
      <header class="ref-top">
        <h1>The contract</h1>
        <p>
          {value.info.title} {value.info.version}: what a newsroom’s own programs may rely on.{' '}
          <a href="/api/openapi.json">OpenAPI</a> <a href="/api/asyncapi.yaml">AsyncAPI</a>
        </p>
      </header>
      <Choice groups={groups} chosen={operation?.operationId ?? ''} />
      <Contents groups={groups} chosen={operation?.operationId ?? ''} />
      {operation && <Chosen contract={value} operation={operation} token={token} />}
    </main>
  )
}

type ChosenProps = {
  readonly contract: Contract
  readonly operation: Operation
  readonly token: Signal<string>
}

const Chosen = ({ contract, operation, token }: ChosenProps) => (
  <>
    <OperationView key={operation.operationId} contract={contract} operation={operation} />
    <TryIt key={`try-${operation.operationId}`} operation={operation} token={token} />
  </>
)

type ContentsProps = { readonly groups: readonly Group[]; readonly chosen: string }

/** The list beside the operation, where there is room for one. */
const Contents = ({ groups, chosen }: ContentsProps) => (
  <nav class="ref-contents" aria-label="Operations">
    {groups.map(({ name, about, operations }) => (
      <section key={name}>
        <h2 title={about}>{name}</h2>
        <ul>
          {operations.map(({ operationId, method, path, summary }) => (
            <li key={operationId}>
              <a
                href={`#${operationId}`}
                aria-current={operationId === chosen ? 'true' : undefined}
                title={`${method.toUpperCase()} ${path}`}
              >
                <span class="ref-method" data-method={method}>
                  {method}
                </span>
                <span>{summary}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </nav>
)

/** The same for a phone. */
const Choice = ({ groups, chosen }: ContentsProps) => (
  <label class="ref-choice">
    Operation
    <select value={chosen} onChange={(event) => (location.hash = event.currentTarget.value)}>
      {groups.map(({ name, operations }) => (
        <optgroup key={name} label={name}>
          {operations.map(({ operationId, method, path }) => (
            <option key={operationId} value={operationId} selected={operationId === chosen}>
              {`${method.toUpperCase()} ${path}`}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </label>
)
