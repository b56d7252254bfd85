import type { KeyboardEvent, ReactNode } from 'react'
import './tabs.css'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly badge?: ReactNode
}

interface TabsProps<Id extends string> {
  /** The name of the list of tabs. */
  readonly label: string
  /** Begins the ids of tabs and their panels on the page. */
  readonly idBase: string
  readonly tabs: readonly Tab<Id>[]
  /** `null` where no panel is shown. */
  readonly selected: Id | null
  readonly onSelect: (id: Id) => void
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

/** A row of tabs. The arrow keys, Home and End move between them. */
export function Tabs<Id extends string>({ label, idBase, tabs, selected, onSelect }: TabsProps<Id>) {
  const current = Math.max(
    0,
    tabs.findIndex(({ id }) => id === selected),
  )
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = steps[event.key]
    const ends: Record<string, number> = { Home: 0, End: tabs.length - 1 }
    const next = step === undefined ? ends[event.key] : (current + step + tabs.length) % tabs.length
    const tab = next === undefined ? undefined : tabs[next]
    if (next === undefined || !tab) return
    event.preventDefault()
    event.stopPropagation()
    onSelect(tab.id)
    const buttons = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')
    buttons[next]?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className="tabs__tab"
          id={`${idBase}-tab-${tab.id}`}
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? `${idBase}-panel-${tab.id}` : undefined}
          tabIndex={index === current ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
          {tab.badge}
        </button>
      ))}
    </div>
  )
}

/** What a tab shows. It is rendered only while its tab is selected. */
export function TabPanel({
  idBase,
  id,
  className = '',
  children,
}: {
  readonly idBase: string
  readonly id: string
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <div
      role="tabpanel"
      className={className}
      id={`${idBase}-panel-${id}`}
      aria-labelledby={`${idBase}-tab-${id}`}
    >
      {children}
    </div>
  )
}
