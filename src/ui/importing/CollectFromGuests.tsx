import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { collectors } from '../../core/import/guest/collectors/index.ts'
import { Button } from '../components/Button.tsx'
import { copyText } from '../components/copy-text.ts'
import { TabPanel, Tabs } from '../components/Tabs.tsx'
import { downloadText } from '../shell/download.ts'

type System = keyof typeof collectors

const systems: readonly { readonly id: System; readonly label: string }[] = [
  { id: 'linux', label: 'Linux' },
  { id: 'windows', label: 'Windows' },
]

const how = {
  linux: { file: 'floatpath-collect.sh', where: 'a shell of the guest, best as root' },
  windows: { file: 'floatpath-collect.ps1', where: 'PowerShell in the guest' },
} as const

/** A script for each system that reads a guest, to be run there; what it prints is imported. */
export function CollectFromGuests() {
  const [system, setSystem] = useState<System>('linux')
  const [said, setSaid] = useState('')
  const { file, where } = how[system]
  const text = collectors[system]
  return (
    <section className="import__collect" aria-label="Collect from guests">
      <Tabs
        label="System of the guest"
        idBase="collect"
        tabs={systems}
        selected={system}
        onSelect={(id) => {
          setSystem(id)
          setSaid('')
        }}
      />
      <TabPanel idBase="collect" id={system} className="import__collector">
        <p>
          Paste this into {where}. It only reads. Then paste what it prints here, of one guest or of many one
          after the other: each is found in the diagram by its addresses.
        </p>
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
