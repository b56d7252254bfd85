import { FileUp, Terminal, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { largePaste } from '../components/large-paste.ts'
import { CollectFromGuests } from './CollectFromGuests.tsx'
import { addSources, chooseSources, removeSource, useImport } from './import-state.ts'

/** What is imported so far, with its format, and where more comes from. */
export function ImportSources({
  text,
  onText,
  onLarge,
}: {
  readonly text: string
  readonly onText: (text: string) => void
  /** Takes a text that is too long for the box. */
  readonly onLarge: (text: string) => void
}) {
  const { sources, reading, collecting } = useImport()
  const picker = useRef<HTMLInputElement>(null)
  const isFirst = sources.length === 0
  const formatOf = (index: number) => (reading?.ok ? reading.formats[index]?.format : undefined)
  return (
    <>
      {isFirst && (
        <p>
          A Floatpath diagram, a picture of one or a link to one, an ARM template, a Terraform plan or state,
          JSON that Azure’s tools print, or what guests print. Several pieces complete each other. Nothing
          leaves this browser.
        </p>
      )}
      {!isFirst && (
        <ul className="import__sources" aria-label="What is imported">
          {sources.map(({ name }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sources may have one name, and they keep their order.
            <li key={index}>
              <span className="import__source-name">{name}</span>
              <span>{formatOf(index)}</span>
              <IconButton
                label={`Leave out ${name}`}
                size="small"
                icon={<X size={14} />}
                onClick={() => removeSource(index)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="import__file">
        <input
          ref={picker}
          className="visually-hidden"
          type="file"
          multiple
          aria-label="Diagram file"
          tabIndex={-1}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])]
            target.value = ''
            if (files.length > 0) addSources(files)
          }}
        />
        <Button icon={<FileUp size={16} />} onClick={() => chooseSources(() => picker.current?.click())}>
          {isFirst ? 'Choose files' : 'Add files'}
        </Button>
        <span>or drop them anywhere on the page</span>
        <Button
          className="import__collect-button"
          icon={<Terminal size={16} />}
          aria-expanded={collecting}
          onClick={() => useImport.setState({ collecting: !collecting })}
        >
          Collect from guests
        </Button>
      </div>
      {collecting && <CollectFromGuests />}
      <label className="stack">
        <span className="field__label">Or paste the text</span>
        <textarea
          className="input input--mono"
          rows={isFirst ? 8 : 2}
          spellCheck={false}
          value={text}
          onChange={(event) => onText(event.target.value)}
          {...largePaste(onLarge)}
        />
      </label>
    </>
  )
}
