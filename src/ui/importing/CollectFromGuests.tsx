import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { collectors } from '../../core/import/guest/collectors/index.ts'
import { healthCollector } from '../../core/import/health/collector.ts'
import { Button } from '../components/Button.tsx'
import { copyText } from '../components/copy-text.ts'
import { TabPanel, Tabs } from '../components/Tabs.tsx'
import { downloadText } from '../shell/download.ts'

const scripts = { ...collectors, health: healthCollector }
type System = keyof typeof scripts

const systems: readonly { readonly id: System; readonly label: string }[] = [
  { id: 'linux', label: 'Linux' },
  { id: 'windows', label: 'Windows' },
  { id: 'health', label: 'Azure’s probes' },
]

const ofGuests =
  'Then paste what it prints here, of one guest or of many one after the other: each is found in the diagram by its addresses.'

const how: { readonly [system in System]: { readonly file: string; readonly say: string } } = {
  linux: {
    file: 'floatpath-collect.sh',
    say: `Paste this into a shell of the guest, best as root. It only reads. ${ofGuests}`,
  },
  windows: {
    file: 'floatpath-collect.ps1',
    say: `Paste this into PowerShell in the guest. It only reads. ${ofGuests}`,
  },
  health: {
    file: 'floatpath-health.sh',
    say: 'Run this where the Azure CLI is signed in, with the names of your resource group and load balancer. It only reads. Then paste what it prints here: the state and the reason of every probe.',
  },
}

/** Scripts that read a guest of each system, and Azure's probes; what they print is imported. */
export function CollectFromGuests() {
  const [system, setSystem] = useState<System>('linux')
  const [said, setSaid] = useState('')
  const { file, say } = how[system]
  const text = scripts[system]
  return (
    <section className="import__collect" aria-label="Collect from guests">
      <Tabs
        label="What is asked"
        idBase="collect"
        tabs={systems}
        selected={system}
        onSelect={(id) => {
          setSystem(id)
          setSaid('')
        }}
      />
      <TabPanel idBase="collect" id={system} className="import__collector">
        <p>{say}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
        <section className="import__script" aria-label={file} tabIndex={0}>
          {text}
        </section>
        <div className="import__file">
          <Button size="small" icon={<Copy size={15} />} onClick={async () => setSaid(await copyText(text))}>
            Copy
          </Button>
          <Button size="small" icon={<Download size={15} />} onClick={() => downloadText(file, text)}>
            Download
          </Button>
          <span role="status">{said}</span>
        </div>
      </TabPanel>
    </section>
  )
}
