import { ArrowDown, ArrowUp, ChevronRight, Trash2 } from 'lucide-react'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import type { Field } from '../../../../core/topology/field.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import { useSession } from '../../../store/session.ts'
import { itemSummary } from '../item-summary.ts'
import { useSubject } from '../subject.ts'
import type { EditorProps } from './editor-props.ts'
import { FieldsEditor } from './GroupEditor.tsx'

interface ListItemProps extends Pick<EditorProps, 'write'> {
  readonly listPath: string
  readonly index: number
  readonly count: number
  readonly item: Field<unknown>
  readonly value: unknown
  /** An item of several fields that was just added shows them. */
  readonly opened: boolean
  /** A new line takes the focus. */
  readonly focused: boolean
  readonly remove: () => void
  readonly move: (to: number) => void
  readonly Editor: ComponentType<EditorProps>
}

/** One item of a list with the buttons that move and remove it. */
export function ListItem(props: ListItemProps) {
  const { listPath, index, count, item, value, focused, write, remove, move, Editor } = props
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (focused) ref.current?.querySelector('input')?.focus()
  }, [focused])
  const what = `${item.label} ${index + 1}`
  const buttons = (
    <span className="list-editor__buttons">
      {count > 1 && index < count && (
        <>
          <IconButton
            size="small"
            label={`Move ${what} up`}
            icon={<ArrowUp size={14} />}
            disabled={index === 0}
            onClick={() => move(index - 1)}
          />
          <IconButton
            size="small"
            label={`Move ${what} down`}
            icon={<ArrowDown size={14} />}
            disabled={index === count - 1}
            onClick={() => move(index + 1)}
          />
        </>
      )}
      <IconButton size="small" label={`Remove ${what}`} icon={<Trash2 size={14} />} onClick={remove} />
    </span>
  )
  if (item.value.kind === 'object') return <ObjectItem {...props} buttons={buttons} />
  return (
    <li className="list-editor__line" ref={ref}>
      <Editor
        path={`${listPath}.${index}`}
        field={{ ...item, label: what }}
        value={value}
        write={write}
        isItem
      />
      {buttons}
    </li>
  )
}

function ObjectItem(props: ListItemProps & { readonly buttons: React.ReactNode }) {
  const { listPath, index, item, value, opened, Editor, buttons } = props
  const { model } = useSubject()
  const path = `${listPath}.${index}`
  const asked = useSession(({ field }) => (field?.path.startsWith(`${path}.`) ? field.count : undefined))
  const [isOpen, setIsOpen] = useState(opened || asked !== undefined)
  useEffect(() => {
    if (asked !== undefined) setIsOpen(true)
  }, [asked])
  const name = (value as { readonly name?: unknown } | undefined)?.name
  const fields = item.value.kind === 'object' ? item.value.fields : {}
  return (
    <li className="list-editor__card" data-path={path}>
      <div className="list-editor__card-head">
        <button
          type="button"
          className="list-editor__toggle"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronRight size={14} aria-hidden="true" />
          <span className="list-editor__name">
            {typeof name === 'string' && name !== '' ? name : `${item.label} ${index + 1}`}
          </span>
          <span className="list-editor__summary">{itemSummary(listPath, value, model)}</span>
        </button>
        {buttons}
      </div>
      {isOpen && <FieldsEditor base={`${path}.`} fields={fields} values={value} Editor={Editor} />}
    </li>
  )
}
