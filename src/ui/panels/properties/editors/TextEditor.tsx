import { useRef, useState } from 'react'
import type { FieldKind } from '../../../../core/topology/field.ts'
import { readFieldText, showFieldValue, wordsForValue } from '../field-text.ts'
import { problemOf, useSubject } from '../subject.ts'
import { nextVisit } from '../visit.ts'
import { whyUnreadable } from '../why-unreadable.ts'
import { controlAttributes, type EditorProps, inputIdOf } from './editor-props.ts'
import { FieldRow } from './FieldRow.tsx'

/** Text that is being typed, and the stored value beside which it was typed: when that changes, the text is void. */
interface Draft {
  readonly text: string
  readonly value: unknown
  readonly why?: string
}

const monospaced = new Set<FieldKind['kind']>([
  'address',
  'prefix',
  'addressWithLength',
  'addressOrFrontend',
  'integer',
  'portOrAny',
  'portRange',
  'securityPrefix',
])
const examples: { readonly [Kind in FieldKind['kind']]?: string } = {
  address: 'IP address',
  prefix: '10.0.0.0/24',
  addressWithLength: '10.0.0.100/32',
  addressOrFrontend: 'Address or frontend',
  portOrAny: 'Port or *',
  portRange: '443, 80-90 or *',
  securityPrefix: 'Address, prefix, tag or *',
}

/** An input for everything that is typed: names, addresses, prefixes, numbers. */
export function TextEditor({ path, field, value, write, isItem }: EditorProps) {
  const subject = useSubject()
  const shape = field.value
  const [draft, setDraft] = useState<Draft>()
  const visit = useRef<number>(undefined)

  const current = draft && Object.is(draft.value, value) ? draft : undefined
  const shown = current?.text ?? showFieldValue(shape, value, subject.model)
  const mustStay = field.required || isItem
  const isMissing = value === undefined && !current
  const problem =
    current?.why ?? (isMissing && (isItem || !field.required) ? undefined : problemOf(subject, path, value))
  const unit = shape.kind === 'integer' ? shape.unit : undefined
  const fallback = field.fallback === undefined ? undefined : `Not set (${wordsForValue(field.fallback)})`

  const type = (text: string) => {
    visit.current ??= nextVisit()
    const reading = readFieldText(shape, text, subject.model)
    if (reading.kind === 'value') {
      setDraft({ text, value: reading.value })
      write(reading.value, visit.current)
    } else if (reading.kind === 'empty' && !mustStay) {
      setDraft({ text, value: undefined })
      if (value !== undefined) write(undefined, visit.current)
    } else {
      const given = reading.kind === 'empty' ? undefined : text.trim()
      const why =
        given === undefined && isItem
          ? 'Enter a value, or remove this line.'
          : whyUnreadable(subject.model, subject.id, path, field, given)
      const kept = showFieldValue(shape, value, subject.model)
      setDraft({ text, value, why: kept === '' ? why : `${why} The diagram keeps ${kept}.` })
    }
  }

  const listId = shape.kind === 'addressOrFrontend' ? `${inputIdOf(path)}-frontends` : undefined
  return (
    <FieldRow
      path={path}
      label={unit ? `${field.label} (${unit})` : field.label}
      help={field.help}
      problem={problem}
      bare={isItem === true}
    >
      <input
        {...controlAttributes(path, problem, field.help)}
        type="text"
        className={monospaced.has(shape.kind) ? 'input input--mono' : 'input'}
        value={shown}
        placeholder={fallback ?? (mustStay ? examples[shape.kind] : 'Not set')}
        inputMode={shape.kind === 'integer' ? 'numeric' : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...(listId ? { list: listId } : {})}
        onFocus={() => {
          visit.current = nextVisit()
        }}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => {
          if (current && current.why === undefined) setDraft(undefined)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !current) return
          event.stopPropagation()
          setDraft(undefined)
        }}
      />
      {listId && (
        <datalist id={listId}>
          {subject.model.all('frontendIPConfiguration').map(({ id, name }) => (
            <option key={id} value={name}>
              {subject.model.frontendAddress(id)}
            </option>
          ))}
        </datalist>
      )}
    </FieldRow>
  )
}
