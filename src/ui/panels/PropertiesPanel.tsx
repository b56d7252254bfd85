import { Layers2, Map as MapIcon, X } from 'lucide-react'
import { type KeyboardEvent, Suspense } from 'react'
import type { TopologyModel } from '../../core/topology/model.ts'
import { typeOfId } from '../../core/topology/resource-type.ts'
import { Badge } from '../components/Badge.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { lazily } from '../components/lazily.ts'
import { ResourceIcon } from '../components/ResourceIcon.tsx'
import { TabPanel, Tabs } from '../components/Tabs.tsx'
import { useDiagnosticsOf, useModel } from '../store/derived.ts'
import { useIsChecked } from '../store/linter.ts'
import { useSession } from '../store/session.ts'
import { toneOf } from './problems/severity.ts'
import { Overview } from './properties/Overview.tsx'
import { nounOf } from './properties/thing-label.ts'
import './properties.css'

const PropertiesForm = lazily(() => import('./properties/PropertiesForm.tsx'), 'PropertiesForm')
const GuestSetup = lazily(() => import('./guest-setup/GuestSetup.tsx'), 'GuestSetup')
const SelectionList = lazily(() => import('./properties/SelectionList.tsx'), 'SelectionList')
const ThingProblems = lazily(() => import('./problems/ThingProblems.tsx'), 'ThingProblems')

const closeSheet = () => useSession.setState({ propertiesOpen: false })

/** Escape closes the sheet that the panel is on a narrow page, from within a field too. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !matchMedia('(max-width: 1199.98px)').matches) return
  event.stopPropagation()
  closeSheet()
}

/** The panel on the right: the fields of what is selected, or the diagram as a whole. */
export function PropertiesPanel() {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to Escape from what is inside
    <div className="properties-panel" data-keeps-focus="properties" tabIndex={-1} onKeyDown={onKeyDown}>
      <Selected />
    </div>
  )
}

function Selected() {
  const model = useModel()
  const selection = useSession((state) => state.selection).filter((id) => model.get(id))
  const [id] = selection
  if (id === undefined) {
    return (
      <>
        <Head icon={<MapIcon size={18} strokeWidth={1.75} />} title="Diagram" />
        <Overview />
      </>
    )
  }
  if (selection.length > 1) {
    return (
      <>
        <Head icon={<Layers2 size={18} strokeWidth={1.75} />} title={`${selection.length} selected`} />
        <Suspense>
          <SelectionList ids={selection} />
        </Suspense>
      </>
    )
  }
  return <OneThing key={id} id={id} />
}

interface HeadProps {
  readonly icon: React.ReactNode
  readonly title: string
  readonly note?: string
}

function Head({ icon, title, note }: HeadProps) {
  return (
    <header className="properties-panel__head">
      {icon}
      <h2 title={title}>{title}</h2>
      {note && <span className="properties-panel__note">{note}</span>}
      <IconButton
        className="properties-panel__close"
        size="small"
        label="Close properties"
        icon={<X size={16} />}
        onClick={closeSheet}
      />
    </header>
  )
}

/** The machine that a thing is, or is a part of. */
function machineOf(model: TopologyModel, id: string): string | undefined {
  const part =
    model.find('networkInterface', id) ?? model.find('loopbackInterface', id) ?? model.find('listener', id)
  return model.find('virtualMachine', part?.virtualMachine ?? id)?.id
}

function OneThing({ id }: { readonly id: string }) {
  const model = useModel()
  const diagnostics = useDiagnosticsOf(id)
  const isChecked = useIsChecked()
  const tab = useSession((state) => state.propertiesTab)
  const type = typeOfId(id)
  const [worst] = diagnostics
  const machine = machineOf(model, id)
  const shown = tab === 'guest' && machine === undefined ? 'properties' : tab
  return (
    <>
      <Head
        icon={type && <ResourceIcon type={type} size={18} />}
        title={model.nameOf(id)}
        note={nounOf(id)}
      />
      <div className="properties-panel__tabs">
        <Tabs
          label="About the selected thing"
          idBase="properties"
          tabs={[
            { id: 'properties', label: 'Properties' },
            ...(machine === undefined ? [] : [{ id: 'guest' as const, label: 'Guest setup' }]),
            {
              id: 'problems',
              label: 'Problems',
              badge: isChecked && (
                <Badge tone={worst ? toneOf(worst.severity) : 'neutral'}>{diagnostics.length}</Badge>
              ),
            },
          ]}
          selected={shown}
          onSelect={(propertiesTab) => useSession.setState({ propertiesTab })}
        />
      </div>
      <TabPanel idBase="properties" id={shown} className="properties-panel__body">
        <Suspense>
          {shown === 'properties' && <PropertiesForm id={id} />}
          {shown === 'guest' && machine !== undefined && <GuestSetup key={machine} machine={machine} />}
          {shown === 'problems' && <ThingProblems id={id} />}
        </Suspense>
      </TabPanel>
    </>
  )
}
