import type { Signal } from '@preact/signals'
import { keysInWords } from './commands.ts'
import { Close, Dialog } from './dialog.tsx'

/** The keys. [RPY2] */
export const Help = ({ isOpen }: { readonly isOpen: Signal<boolean> }) => (
  <Dialog isOpen={isOpen} name="keys" title="Keys">
    <dl>
      {keysInWords.map(([keys, words]) => (
        <div key={words}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    <Close />
  </Dialog>
)
