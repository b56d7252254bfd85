import { ChevronDown, ChevronUp, Maximize2, Minimize2 } from 'lucide-react'
import { Suspense } from 'react'
import { Badge } from '../components/Badge.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { lazily, onceShown } from '../components/lazily.ts'
import { TabPanel, Tabs } from '../components/Tabs.tsx'
import { useCheckedName, useIsChecking } from '../store/after-typing.ts'
import { useAccepted, useDiagnostics } from '../store/derived.ts'
import { useIsChecked } from '../store/linter.ts'
import { useSession } from '../store/session.ts'
import { ProblemAnnouncer } from './problems/ProblemAnnouncer.tsx'
import { countOfProblems, toneOf } from './problems/severity.ts'
import { TracePanel } from './trace/TracePanel.tsx'
import { Transport } from './trace/Transport.tsx'
import './bottom-panel.css'

const ProblemsPanel = lazily(() => import('./problems/ProblemsPanel.tsx'), 'ProblemsPanel')
const ReachabilityPanel = lazily(() => import('./reachability/ReachabilityPanel.tsx'), 'ReachabilityPanel')
const CodePanel = onceShown(() => import('./code/CodePanel.tsx'), 'CodePanel')
const TablePanel = lazily(() => import('./table/TablePanel.tsx'), 'TablePanel')

const panels = {
  problems: ProblemsPanel,
  trace: TracePanel,
  reachability: ReachabilityPanel,
  table: TablePanel,
  code: CodePanel,
}

/** The panel at the bottom: what is wrong, the packet step by step, which rule reaches which backend, and the diagram as tables and as text. */
export function BottomPanel() {
  const diagnostics = useDiagnostics()
  const accepted = useAccepted()
  const isChecked = useIsChecked()
  const isChecking = useIsChecking()
  const name = useCheckedName()
  const tab = useSession((state) => state.bottomTab)
  const isOpen = useSession((state) => state.bottomOpen)
  const isFull = useSession((state) => state.bottomFull)
  const [worst] = diagnostics
  const problems = countOfProblems(diagnostics)
  const Panel = panels[tab]
  return (
    <section
      className="bottom-panel"
      aria-label="Problems, packet trace and reachability"
      data-keeps-focus="bottom"
      tabIndex={-1}
    >
      <div className="bottom-panel__head">
        <Tabs
          label="Bottom panel"
          idBase="bottom"
          tabs={[
            {
              id: 'problems',
              label: 'Problems',
              badge: isChecked && (
                <>
                  <Badge tone={worst && problems > 0 ? toneOf(worst.severity) : 'ok'}>{problems}</Badge>
                  {accepted.length > 0 && <Badge tone="neutral">{accepted.length} accepted</Badge>}
                </>
              ),
            },
            { id: 'trace', label: 'Packet trace' },
            { id: 'reachability', label: 'Reachability' },
            { id: 'table', label: 'Table' },
            { id: 'code', label: 'Code' },
          ]}
          selected={isOpen ? tab : null}
          onSelect={(bottomTab) => useSession.setState({ bottomTab, bottomOpen: true })}
        />
        {isChecking && tab === 'trace' && <Transport />}
        {isOpen && (
          <IconButton
            className="bottom-panel__toggle"
            label={isFull ? 'Show the canvas again' : 'Use the height of the page'}
            icon={isFull ? <Minimize2 size={15} /> : <Maximize2 size={15} />}
            aria-pressed={isFull}
            onClick={() => useSession.setState({ bottomFull: !isFull })}
          />
        )}
        <IconButton
          className="bottom-panel__toggle"
          label={isOpen ? 'Close the panel' : 'Open the panel'}
          icon={isOpen ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
          aria-expanded={isOpen}
          onClick={() => useSession.setState({ bottomOpen: !isOpen })}
        />
      </div>
      {isOpen && (
        <TabPanel idBase="bottom" id={tab} className="bottom-panel__body">
          <Suspense>{isChecking && <Panel />}</Suspense>
        </TabPanel>
      )}
      <ProblemAnnouncer name={name} />
    </section>
  )
}
