import type { ReactNode } from 'react'
import './field.css'

interface FieldProps {
  readonly label: string
  /** The id of the control that it labels. */
  readonly htmlFor: string
  /** A control that stands to the right of its label instead of below it. */
  readonly inline?: boolean
  readonly help?: string | undefined
  readonly problem?: string | undefined
  /** Something small at the right end of the label, such as a button that clears the field. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** The ids of a control's help and problem, for `aria-describedby`. */
export const describedBy = (id: string, help?: string, problem?: string): string | undefined =>
  [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined

/** A label, its control, one sentence of help and what is wrong with the value. */
export function Field({ label, htmlFor, inline = false, help, problem, aside, children }: FieldProps) {
  return (
    <div className={`field ${inline ? 'field--inline' : ''} ${problem ? 'field--wrong' : ''}`}>
      <div className="field__head">
        <label className="field__label" htmlFor={htmlFor}>
          {label}
        </label>
        {aside}
      </div>
      <div className="field__control">{children}</div>
      {problem && (
        <p className="field__problem" id={`${htmlFor}-problem`}>
          {problem}
        </p>
      )}
      {help && (
        <p className="field__help" id={`${htmlFor}-help`}>
          {help}
        </p>
      )}
    </div>
  )
}
