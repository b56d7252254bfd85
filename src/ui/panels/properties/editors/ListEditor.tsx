import { Plus } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import { Button } from '../../../components/Button.tsx'
import { Menu } from '../../../components/Menu.tsx'
import { newItem } from '../new-item.ts'
import { referenceOptions } from '../reference-options.ts'
import { inSentence } from '../set-field.ts'
import { problemOf, useSubject, writeField } from '../subject.ts'
import type { EditorProps } from './editor-props.ts'
import { ListItem } from './ListItem.tsx'

/** A list: its items in order, and a way to add one. A new line of text reaches the document once it can be read. */
export function ListEditor({
  path,
  field,
  value,
  write,
  Editor,
}: EditorProps & { readonly Editor: ComponentType<EditorProps> }) {
  const subject = useSubject()
  const [isAdding, setIsAdding] = useState(false)
  const [opened, setOpened] = useState<number>()
  const item = field.value.kind === 'list' ? field.value.item : undefined
  if (!item) return null
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const shape = item.value
  const rows = isAdding ? [...items, undefined] : items
  const problem =
    items.length > 0 || isAdding ? undefined : field.required ? problemOf(subject, path, value) : undefined

  const remove = (index: number) => {
    if (index >= items.length) setIsAdding(false)
    else write(items.length === 1 && !field.required ? undefined : items.toSpliced(index, 1))
  }
  const move = (from: number, to: number) => write(items.toSpliced(from, 1).toSpliced(to, 0, items[from]))
  const writeItem = (index: number) => (next: unknown, visit?: number) => {
    if (index < items.length) return writeField(subject, `${path}.${index}`, item.label, next, visit)
    setIsAdding(false)
    return write([...items, next], visit)
  }
  const addLabel = `Add ${inSentence(item.label)}`
  return (
    <fieldset className="list-editor" data-path={path}>
      <legend className="visually-hidden">{field.label}</legend>
      <div className="list-editor__head">
        <span className="field__label" aria-hidden="true">
          {field.label}
          {items.length > 1 && <span className="list-editor__count">{items.length}</span>}
        </span>
        {shape.kind === 'reference' ? (
          <AddReference path={path} items={items} field={field} label={addLabel} write={write} />
        ) : (
          <Button
            size="small"
            variant="ghost"
            icon={<Plus size={14} />}
            aria-label={`${addLabel} to ${inSentence(field.label)}`}
            disabled={isAdding}
            onClick={() => {
              if (shape.kind !== 'object') return setIsAdding(true)
              setOpened(items.length)
              return write([...items, newItem(subject.model, subject.id, path, items)])
            }}
          >
            {addLabel}
          </Button>
        )}
      </div>
      {field.help && <p className="field__help">{field.help}</p>}
      {rows.length > 0 && (
        <ol className="list-editor__items">
          {rows.map((row, index) => (
            <ListItem
              // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
              key={index}
              listPath={path}
              index={index}
              count={items.length}
              item={item}
              value={row}
              opened={opened === index}
              focused={row === undefined}
              write={writeItem(index)}
              remove={() => remove(index)}
              move={(to) => move(index, to)}
              Editor={Editor}
            />
          ))}
        </ol>
      )}
      {problem && <p className="field__problem">{problem}</p>}
    </fieldset>
  )
}

interface AddReferenceProps extends Pick<EditorProps, 'path' | 'field' | 'write'> {
  readonly items: readonly unknown[]
  readonly label: string
}

function AddReference({ items, field, label, write }: AddReferenceProps) {
  const { model, id } = useSubject()
  const item = field.value.kind === 'list' ? field.value.item.value : undefined
  if (item?.kind !== 'reference') return null
  const { near, others } = referenceOptions(model, id, item.to)
  const missing = [...near, ...others].filter((option) => !items.includes(option.id))
  if (missing.length === 0) {
    return items.length > 0 ? null : <span className="field__help">Nothing in the diagram to add</span>
  }
  return (
    <Menu
      trigger={
        <Button size="small" variant="ghost" icon={<Plus size={14} />}>
          {label}
        </Button>
      }
      groups={[
        {
          items: missing.map((option) => ({ label: option.label, run: () => write([...items, option.id]) })),
        },
      ]}
    />
  )
}
