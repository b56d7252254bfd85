import type { ReactNode } from 'react'
import { Field } from '../../../components/Field.tsx'
import { inputIdOf } from './editor-props.ts'

interface FieldRowProps {
  readonly path: string
  readonly label: string
  readonly help?: string | undefined
  readonly problem?: string | undefined
  /** The label is for screen readers only. */
  readonly bare?: boolean
  /** The control takes only the width that it needs. */
  readonly narrow?: boolean
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** One field of a form: findable by its path, with its label, its editor and what is wrong with its value. */
export function FieldRow({ path, bare, narrow, children, ...rest }: FieldRowProps) {
  const look = `properties-field ${narrow ? 'properties-field--narrow' : ''} ${bare ? 'properties-field--bare' : ''}`
  return (
    <div className={look} data-path={path}>
      <Field htmlFor={inputIdOf(path)} inline={!bare} {...rest}>
        {children}
      </Field>
    </div>
  )
}
