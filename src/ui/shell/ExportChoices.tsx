import { type ReactNode, Suspense, useId } from 'react'
import type { ExportOptions } from '../../core/export/exporter.ts'
import { exporters } from '../../core/export/index.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { Field } from '../components/Field.tsx'
import { onceShown } from '../components/lazily.ts'

interface Props {
  readonly format: string
  readonly onFormat: (id: string) => void
  readonly about: string
  /** The choices that the format reads. */
  readonly reads: readonly (keyof ExportOptions)[]
  readonly chosen: ExportOptions
  readonly onChoose: (change: ExportOptions) => void
  /** Whether only what turns another diagram into this one is written. */
  readonly onlyChange: boolean
  readonly onOnlyChange: (onlyChange: boolean) => void
  readonly onBase: (base: TopologyDocument | undefined) => void
  readonly notes: readonly string[]
}

const ExportBase = onceShown(() => import('./ExportBase.tsx'), 'ExportBase')

/** Format and choices, and what the format cannot say. */
export function ExportChoices({
  format,
  onFormat,
  about,
  reads,
  chosen,
  onChoose,
  onlyChange,
  onOnlyChange,
  onBase,
  notes,
}: Props) {
  return (
    <div className="export__choices">
      <Select label="Format" value={format} onChange={onFormat} help={about}>
        {exporters.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      {reads.includes('scope') && (
        <Select
          label="Scope"
          value={chosen.scope ?? 'everything'}
          onChange={(scope) => onChoose({ scope: scope === 'load-balancer' ? scope : 'everything' })}
        >
          <option value="everything">Everything</option>
          <option value="load-balancer">Only load balancers, the rest exists</option>
        </Select>
      )}
      {reads.includes('machines') && chosen.scope !== 'load-balancer' && (
        <Select
          label="Virtual machines"
          value={chosen.machines ?? 'create'}
          onChange={(machines) => onChoose({ machines: machines === 'existing' ? machines : 'create' })}
        >
          <option value="create">Create with a small image</option>
          <option value="existing">Only their network interfaces</option>
        </Select>
      )}
      {reads.includes('base') && (
        <Select
          label="Write"
          value={onlyChange ? 'change' : 'all'}
          onChange={(value) => onOnlyChange(value === 'change')}
        >
          <option value="all">All of it</option>
          <option value="change">Only the change</option>
        </Select>
      )}
      {onlyChange && (
        <Suspense>
          <ExportBase onBase={onBase} />
        </Suspense>
      )}
      {reads.includes('azurerm') && (
        <Select
          label="azurerm provider"
          value={String(chosen.azurerm ?? 5)}
          onChange={(version) => onChoose({ azurerm: version === '4' ? 4 : 5 })}
        >
          <option value="5">Version 5</option>
          <option value="4">Version 4</option>
        </Select>
      )}
      {reads.includes('theme') && (
        <Select
          label="Colours"
          value={chosen.theme ?? 'light'}
          onChange={(theme) => onChoose({ theme: theme === 'dark' ? 'dark' : 'light' })}
        >
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </Select>
      )}
      {reads.includes('background') && (
        <Select
          label="Background"
          value={chosen.background ?? 'solid'}
          onChange={(background) =>
            onChoose({ background: background === 'transparent' ? 'transparent' : 'solid' })
          }
        >
          <option value="solid">Solid</option>
          <option value="transparent">Transparent</option>
        </Select>
      )}
      {reads.includes('legend') && (
        <Select
          label="Legend"
          value={chosen.legend ?? 'with'}
          onChange={(legend) => onChoose({ legend: legend === 'without' ? 'without' : 'with' })}
        >
          <option value="with">With legend</option>
          <option value="without">Without legend</option>
        </Select>
      )}
      {notes.length > 0 && (
        <section className="export__notes" aria-label="Notes">
          <h3>Notes</h3>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly help?: string
  readonly children: ReactNode
}

function Select({ label, value, onChange, help, children }: SelectProps) {
  const id = useId()
  return (
    <Field label={label} htmlFor={id} help={help}>
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        {children}
      </select>
    </Field>
  )
}
