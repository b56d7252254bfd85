import type { Field } from '../../../../core/topology/field.ts'
import { choiceWord } from '../choice-words.ts'
import { problemOf, useSubject } from '../subject.ts'
import { controlAttributes, type EditorProps } from './editor-props.ts'
import { FieldRow } from './FieldRow.tsx'

function optionsOf(field: Field<unknown>): readonly (string | number)[] {
  return field.value.kind === 'choice' ? field.value.options : []
}

/** A list to choose one value from. A stored value that is not in the list stays and is shown as such. */
export function ChoiceEditor({ path, field, value, write }: EditorProps) {
  const subject = useSubject()
  const options = optionsOf(field)
  const isKnown = options.some((option) => option === value)
  const problem = value === undefined && !field.required ? undefined : problemOf(subject, path, value)
  const unset = field.fallback === undefined ? 'Not set' : `Not set (${choiceWord(field.fallback as string)})`
  return (
    <FieldRow path={path} label={field.label} help={field.help} problem={problem}>
      <select
        {...controlAttributes(path, problem, field.help)}
        className="input input--select"
        value={value === undefined ? '' : String(value)}
        onChange={(event) => {
          const text = event.currentTarget.value
          write(text === '' ? undefined : options.find((option) => String(option) === text))
        }}
      >
        {(value === undefined || !field.required) && <option value="">{unset}</option>}
        {value !== undefined && !isKnown && (
          <option value={String(value)}>{`${String(value)} (unknown)`}</option>
        )}
        {options.map((option) => (
          <option key={option} value={option}>
            {choiceWord(option)}
          </option>
        ))}
      </select>
    </FieldRow>
  )
}
