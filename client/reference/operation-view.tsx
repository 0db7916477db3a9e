import type { Answer, Contract, Operation, Parameter } from './document.ts'
import { exampleText } from './document.ts'
import { FormView } from './form-view.tsx'
import { formWords } from './form-words.ts'
import { Prose } from './prose.tsx'

type OperationProps = { readonly contract: Contract; readonly operation: Operation }

/** Everything that is promised of one operation. */
export const OperationView = ({ contract, operation }: OperationProps) => {
  const { method, path, summary, description, parameters = [], requestBody, responses } = operation
  return (
    <article class="ref-operation" aria-labelledby="operation">
      <p class="ref-address">
        <span class="ref-method" data-method={method}>
          {method}
        </span>{' '}
        <code>{path}</code>
      </p>
      <h2 id="operation">{summary}</h2>
      {description !== undefined && (
        <p class="ref-prose">
          <Prose text={description} />
        </p>
      )}
      <p class="ref-prose">{securityWords(operation, contract)}</p>
      {parameters.length > 0 && <Parameters parameters={parameters} />}
      {requestBody && (
        <section aria-labelledby="sent">
          <h3 id="sent">What is sent</h3>
          {Object.values(requestBody.content).map(({ schema }) => (
            <FormView contract={contract} form={schema} />
          ))}
        </section>
      )}
      <section aria-labelledby="answers">
        <h3 id="answers">What is answered</h3>
        {Object.entries(responses).map(([status, answer]) => (
          <AnswerView key={status} contract={contract} status={status} answer={answer} />
        ))}
      </section>
    </article>
  )
}

const securityWords = ({ security }: Operation, { components }: Contract): string => {
  const needed = security.flatMap((one) => Object.keys(one))
  if (needed.length === 0) return 'Nobody needs a token.'
  const words = needed.map((name) => components.securitySchemes[name]?.description ?? name)
  return `Token: ${words.join(' Or: ')}`
}

const Parameters = ({ parameters }: { readonly parameters: readonly Parameter[] }) => (
  <section aria-labelledby="parameters">
    <h3 id="parameters">Parameters</h3>
    <dl class="ref-parts">
      {parameters.map(({ name, in: where, required, description, schema }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>{' '}
            <span class="ref-quiet">
              {where}, {formWords(schema)}
              {required ? '' : ', may be left out'}
            </span>
          </dt>
          <dd>
            <Prose text={description} />
          </dd>
        </div>
      ))}
    </dl>
  </section>
)

type AnswerProps = {
  readonly contract: Contract
  readonly status: string
  readonly answer: Answer
}

const AnswerView = ({ contract, status, answer }: AnswerProps) => {
  const { description, headers = {}, content = {} } = answer
  return (
    <details class="ref-answer" data-status={status} open={status.startsWith('2')}>
      <summary>
        <strong>{status}</strong>{' '}
        <span>
          <Prose text={description} />
        </span>
      </summary>
      {Object.entries(headers).map(([name, header]) => (
        <p key={name} class="ref-quiet">
          <code>{name}</code> {header.description}
        </p>
      ))}
      {Object.entries(content).map(([type, { schema, example, examples = {} }]) => (
        <section key={type} aria-label={type}>
          <p class="ref-type">{type}</p>
          <FormView contract={contract} form={schema} />
          <Example
            values={
              example === undefined ? Object.values(examples).map(({ value }) => value) : [example]
            }
          />
        </section>
      ))}
    </details>
  )
}

const Example = ({ values }: { readonly values: readonly unknown[] }) => (
  <details class="ref-example">
    <summary>{values.length === 1 ? 'Example' : `${values.length} examples`}</summary>
    {values.map((value) => (
      <pre tabIndex={0}>{exampleText(value)}</pre>
    ))}
  </details>
)
