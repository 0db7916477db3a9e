import type { RecordLine } from '@night/shared/result'
import { dateWords } from '@night/shared/time'
import { proofHead, proofValue, recordSentence } from './seat-facts.ts'

/** Every line with what proves it: rank, scope, day, rivals and their values. [SEA4] */
export const Records = ({ records }: { readonly records: readonly RecordLine[] }) => (
  <ol class="records">
    {records.map((record, place) => (
      <li key={`${record.id}-${place}`}>
        <p class="record-text">{recordSentence(record)}</p>
        <p class="part-note">{proofHead(record)}</p>
        {record.proof.length > 0 && <Proof record={record} />}
      </li>
    ))}
  </ol>
)

const Proof = ({ record }: { readonly record: RecordLine }) => (
  <table class="proof">
    <caption class="unseen">Compared with</caption>
    <tbody>
      {record.proof.map(({ name, date, value }, place) => (
        <tr key={`${name}-${date}-${place}`}>
          <th scope="row">{name}</th>
          <td>{dateWords(date)}</td>
          <td>{proofValue(value)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
