import { ArrowUpRight, Plus } from 'lucide-react'
import { IconButton } from '../../../components/IconButton.tsx'
import { select } from '../../../store/session.ts'
import { createForReference } from '../add-thing.ts'
import { referenceOptions } from '../reference-options.ts'
import { problemOf, useSubject } from '../subject.ts'
import { controlAttributes, type EditorProps } from './editor-props.ts'
import { FieldRow } from './FieldRow.tsx'

/** A list of the things that a reference may point at, a way to open the one it points at, and to make a new one. */
export function ReferenceEditor({ path, field, value, write, isItem }: EditorProps) {
  const subject = useSubject()
  const { model, id } = subject
  const to = field.value.kind === 'reference' ? field.value.to : []
  const { near, others } = referenceOptions(model, id, to)
  const target = typeof value === 'string' ? value : undefined
  const isKnown = target !== undefined && [...near, ...others].some((option) => option.id === target)
  const problem = value === undefined && !field.required ? undefined : problemOf(subject, path, value)
  const create = isItem || isKnown ? undefined : createForReference(subject, path, to)
  const options = (list: typeof near) =>
    list.map((option) => (
      <option key={option.id} value={option.id}>
        {option.label}
      </option>
    ))
  return (
    <FieldRow path={path} label={field.label} help={field.help} problem={problem} bare={isItem === true}>
      <div className="reference-editor">
        <select
          {...controlAttributes(path, problem, field.help)}
          className="input input--select"
          value={target ?? ''}
          onChange={(event) =>
            write(event.currentTarget.value === '' ? undefined : event.currentTarget.value)
          }
        >
          {!isItem && (!field.required || target === undefined) && <option value="">None</option>}
          {target !== undefined && !isKnown && (
            <option value={target}>{model.get(target) ? model.nameOf(target) : `${target} (missing)`}</option>
          )}
          {options(near)}
          {others.length > 0 && <optgroup label="Elsewhere in the diagram">{options(others)}</optgroup>}
        </select>
        {target !== undefined && model.get(target) && (
          <IconButton
            size="small"
            label={`Open ${model.nameOf(target)}`}
            icon={<ArrowUpRight size={14} />}
            onClick={() => select([target], { reveal: true })}
          />
        )}
        {create && (
          <IconButton size="small" label={create.label} icon={<Plus size={14} />} onClick={create.run} />
        )}
      </div>
    </FieldRow>
  )
}
