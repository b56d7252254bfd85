import { describedBy } from '../../../components/Field.tsx'
import { Switch } from '../../../components/Switch.tsx'
import { wordsForValue } from '../field-text.ts'
import { type EditorProps, inputIdOf } from './editor-props.ts'
import { FieldRow } from './FieldRow.tsx'

/** A switch. Where the field is not set, the switch shows what that means. */
export function SwitchEditor({ path, field, value, write }: EditorProps) {
  const id = inputIdOf(path)
  const meaning = field.fallback === undefined ? 'not known' : wordsForValue(field.fallback)
  const aside =
    value === undefined ? (
      <span className="properties-field__unset">Not set ({meaning})</span>
    ) : field.required ? null : (
      <button type="button" className="text-button" onClick={() => write(undefined)}>
        Clear<span className="visually-hidden"> {field.label}</span>
      </button>
    )
  return (
    <FieldRow path={path} label={field.label} help={field.help} narrow aside={aside}>
      <Switch
        id={id}
        checked={(value ?? field.fallback) === true}
        onChange={(checked) => write(checked)}
        label={field.label}
        describedBy={describedBy(id, field.help)}
      />
    </FieldRow>
  )
}
