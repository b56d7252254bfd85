import type { FieldKind } from '../../../../core/topology/field.ts'
import { ChoiceEditor } from './ChoiceEditor.tsx'
import type { EditorProps } from './editor-props.ts'
import { GroupEditor } from './GroupEditor.tsx'
import { ListEditor } from './ListEditor.tsx'
import { ReferenceEditor } from './ReferenceEditor.tsx'
import { SwitchEditor } from './SwitchEditor.tsx'
import { TextEditor } from './TextEditor.tsx'
import './editors.css'

const editors: Record<FieldKind['kind'], (props: EditorProps) => React.ReactNode> = {
  text: TextEditor,
  longText: TextEditor,
  address: TextEditor,
  prefix: TextEditor,
  addressWithLength: TextEditor,
  integer: TextEditor,
  portOrAny: TextEditor,
  portRange: TextEditor,
  securityPrefix: TextEditor,
  addressOrFrontend: TextEditor,
  boolean: SwitchEditor,
  choice: ChoiceEditor,
  reference: ReferenceEditor,
  list: (props) => <ListEditor {...props} Editor={FieldEditor} />,
  object: (props) => <GroupEditor {...props} Editor={FieldEditor} />,
}

/** The editor for whatever a field holds. */
export function FieldEditor(props: EditorProps) {
  const Editor = editors[props.field.value.kind]
  return <Editor {...props} />
}
