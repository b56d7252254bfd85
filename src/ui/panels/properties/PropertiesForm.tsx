import { useEffect, useRef } from 'react'
import type { Fields } from '../../../core/topology/field.ts'
import { typeOfId } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { useModel } from '../../store/derived.ts'
import { useReadOnly } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { DeleteFoot } from './DeleteFoot.tsx'
import { FieldEditor } from './editors/FieldEditor.tsx'
import { FieldsEditor } from './editors/GroupEditor.tsx'
import { GuestEditor } from './editors/GuestEditor.tsx'
import { FailOver } from './FailOver.tsx'
import { OwnedThings, UsedBy } from './OwnedThings.tsx'
import { showField } from './show-field.ts'
import { SubjectContext } from './subject.ts'
import { WatchRule } from './WatchRule.tsx'

interface Definition {
  readonly noun: string
  readonly fields: Fields
  readonly inGuest?: boolean
}

/** Every field of one resource, what belongs to it, where it is used, and its end. */
export function PropertiesForm({ id }: { readonly id: string }) {
  const model = useModel()
  const ref = useRef<HTMLDivElement>(null)
  const readOnly = useReadOnly()
  const asked = useSession(({ field }) => field)
  useEffect(() => {
    if (asked && ref.current) showField(ref.current, asked.path, asked.count)
  }, [asked])

  const type = typeOfId(id)
  const resource = model.get(id)
  if (!type || !resource) return null
  const definition: Definition = resourceDefinitions[type]
  const { noun, fields, inGuest } = definition
  const { guest, ...rest } = fields
  const unresolved = Object.entries(resource.unresolved ?? {})
  return (
    <SubjectContext value={{ id, name: resource.name, noun, model }}>
      <div className="properties-form" ref={ref}>
        {inGuest && (
          <p className="properties-form__note">Inside the guest. Azure neither sets nor sees this.</p>
        )}
        {unresolved.length > 0 && (
          <section className="properties-form__unresolved">
            <h3>Not evaluated</h3>
            <p>The imported text of these fields has no value here. Set the field to replace it.</p>
            <dl>
              {unresolved.map(([field, text]) => (
                <div key={field}>
                  <dt>{rest[field]?.label ?? field}</dt>
                  <dd>
                    <code>{text}</code>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <fieldset className="properties-form__fields" disabled={readOnly}>
          <FieldsEditor base="" fields={rest} values={resource} Editor={FieldEditor} />
        </fieldset>
        {'enableFloatingIP' in fields && type !== 'inboundNatPool' && <WatchRule id={id} />}
        {type === 'frontendIPConfiguration' && !readOnly && <FailOver id={id} name={resource.name} />}
        <OwnedThings model={model} id={id} />
        {guest && (
          <fieldset className="properties-form__fields" disabled={readOnly}>
            <GuestEditor field={guest} value={(resource as { readonly guest?: unknown }).guest} />
          </fieldset>
        )}
        <UsedBy model={model} id={id} />
        <DeleteFoot ids={[id]} what={resource.name} />
      </div>
    </SubjectContext>
  )
}
