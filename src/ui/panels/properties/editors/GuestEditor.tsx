import type { Field } from '../../../../core/topology/field.ts'
import { isIdOf } from '../../../../core/topology/resource-type.ts'
import { Button } from '../../../components/Button.tsx'
import { edit } from '../../../store/document.ts'
import { useSubject, writeField } from '../subject.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { GroupEditor } from './GroupEditor.tsx'

/** What the guest knows. Of a virtual machine it may be that nobody has said anything, which is not the same as “off”. */
export function GuestEditor({ field, value }: { readonly field: Field<unknown>; readonly value: unknown }) {
  const subject = useSubject()
  const { id, name } = subject
  const group = (
    <GroupEditor
      path="guest"
      field={field}
      value={value}
      write={(next) => writeField(subject, 'guest', field.label, next)}
      Editor={FieldEditor}
    />
  )
  if (!isIdOf(id, 'virtualMachine')) return group
  if (value === undefined) {
    const describe = (os: 'windows' | 'linux') =>
      edit(`Describe the guest of ${name}`, [{ type: 'resource.set', id, path: 'guest', value: { os } }])
    return (
      <fieldset className="properties-group properties-group--guest" data-path="guest">
        <legend>Inside the guest</legend>
        <p className="properties-group__note">
          Nothing is known about this guest, so packets that reach it end as “unknown”. Azure neither sets nor
          sees it.
        </p>
        <p className="guest-editor__question">Describe the guest:</p>
        <div className="guest-editor__choices">
          <Button size="small" onClick={() => describe('windows')}>
            Windows
          </Button>
          <Button size="small" onClick={() => describe('linux')}>
            Linux
          </Button>
        </div>
      </fieldset>
    )
  }
  return (
    <>
      {group}
      <Button
        size="small"
        variant="ghost"
        className="guest-editor__forget"
        onClick={() => edit(`Forget the guest of ${name}`, [{ type: 'resource.set', id, path: 'guest' }])}
      >
        Forget the guest
      </Button>
    </>
  )
}
