import type { ComponentType } from 'react'
import type { Field, Fields } from '../../../../core/topology/field.ts'
import { useSubject, writeField } from '../subject.ts'
import type { EditorProps } from './editor-props.ts'

interface FieldsEditorProps {
  readonly base: string
  readonly fields: Fields
  readonly values: unknown
  readonly Editor: ComponentType<EditorProps>
}

/** The editors of a group of fields, in the order of their definition. */
export function FieldsEditor({ base, fields, values, Editor }: FieldsEditorProps) {
  const subject = useSubject()
  const record = typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {}
  return (
    <div className="properties-grid">
      {Object.entries(fields).map(([name, field]) => {
        const path = base + name
        return (
          <Editor
            key={path}
            path={path}
            field={field}
            value={Object.hasOwn(record, name) ? record[name] : undefined}
            write={(value, visit) => writeField(subject, path, field.label, value, visit)}
          />
        )
      })}
    </div>
  )
}

/** Fields that belong together, under a heading. What only the guest knows is said to be so. */
export function GroupEditor({ path, field, value, Editor }: EditorProps & Pick<FieldsEditorProps, 'Editor'>) {
  const isGuest = path === 'guest'
  return (
    <fieldset
      className={isGuest ? 'properties-group properties-group--guest' : 'properties-group'}
      data-path={path}
    >
      <legend>{isGuest ? 'Inside the guest' : field.label}</legend>
      {isGuest && <p className="properties-group__note">Azure neither sets nor sees this.</p>}
      <FieldsEditor base={`${path}.`} fields={fieldsOf(field)} values={value} Editor={Editor} />
    </fieldset>
  )
}

const fieldsOf = (field: Field<unknown>): Fields => (field.value.kind === 'object' ? field.value.fields : {})
