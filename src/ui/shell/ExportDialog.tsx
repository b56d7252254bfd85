import { Copy, Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ExportFile, ExportOptions } from '../../core/export/exporter.ts'
import { exporters } from '../../core/export/index.ts'
import { encodeLink } from '../../core/permalink/encode-link.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { slugOfName } from '../../core/topology/resource-type.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { Button } from '../components/Button.tsx'
import { copyText } from '../components/copy-text.ts'
import { Dialog } from '../components/Dialog.tsx'
import { useDiagnostics } from '../store/derived.ts'
import { useDocument } from '../store/document.ts'
import { downloadBytes, downloadText } from './download.ts'
import { ExportChoices } from './ExportChoices.tsx'
import { ExportPreview } from './ExportPreview.tsx'
import './export.css'

const linkOf = (document: TopologyDocument): Pick<ExportOptions, 'link'> => {
  const link = encodeLink(document)
  return link.ok ? { link: `${location.href.replace(/#.*$/s, '')}#${link.fragment}` } : {}
}

async function downloadFiles(name: string, files: readonly ExportFile[]): Promise<void> {
  const [only] = files
  if (files.length === 1 && only) return downloadText(only.name, only.text)
  const { zipOf } = await import('./zip.ts')
  downloadBytes(`${name}.zip`, zipOf(files))
}

function downloadWord(files: readonly ExportFile[]): string {
  if (files.length > 1) return `Download ${files.length} files`
  return files[0]?.language === 'svg' ? 'Download SVG' : 'Download'
}

function nothingWord(title: string, changes: boolean, hasBase: boolean): string {
  if (!changes) return `The diagram holds nothing for ${title}.`
  return hasBase
    ? `Nothing changed for ${title}.`
    : 'Choose the diagram that is deployed: what turns it into the open one is shown here.'
}

/** Writes the diagram in another format: to read, to copy, to download. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocument()
  const findings = useDiagnostics()
  const [format, setFormat] = useState('json')
  const [chosen, setChosen] = useState<ExportOptions>({ scope: 'everything', machines: 'create', azurerm: 5 })
  const [onlyChange, setOnlyChange] = useState(false)
  const [base, setBase] = useState<TopologyDocument>()
  const [fileName, setFileName] = useState('')
  const [said, setSaid] = useState('')
  const exporter = exporters.find(({ id }) => id === format)
  const changes = onlyChange && (exporter?.reads.includes('base') ?? false)
  const { files, notes } = useMemo(() => {
    const options = { ...chosen, findings, ...linkOf(document) }
    if (!exporter || (changes && !base)) return { files: [], notes: [] }
    return exporter.export(document, changes && base ? { ...options, base } : options)
  }, [exporter, document, chosen, findings, changes, base])
  const file = files.find(({ name }) => name === fileName) ?? files[0]
  const copy = async () => setSaid(await copyText(file?.text ?? ''))
  const downloadPng = async () => {
    setSaid('Drawing the picture.')
    try {
      const { pngOf } = await import('./png.ts')
      const png = await pngOf(file?.text ?? '', serializeDocument(document))
      downloadBytes(`${slugOfName(document.name)}.png`, png, 'image/png')
      setSaid('Downloaded.')
    } catch {
      setSaid('This browser could not draw the picture. Download the SVG instead.')
    }
  }
  const download = async () => {
    try {
      await downloadFiles(`${slugOfName(document.name)}-${format}`, files)
      setSaid('Downloaded.')
    } catch {
      setSaid('The files could not be packed. Load the page again, or copy them one by one.')
    }
  }
  return (
    <Dialog
      title="Export"
      width={1040}
      onClose={onClose}
      footer={
        <>
          <span className="export__said" role="status">
            {said}
          </span>
          <Button icon={<Copy size={16} />} onClick={copy} disabled={!file}>
            Copy
          </Button>
          {file?.language === 'svg' && (
            <Button icon={<Download size={16} />} onClick={downloadPng}>
              Download PNG
            </Button>
          )}
          <Button variant="primary" icon={<Download size={16} />} onClick={download} disabled={!file}>
            {downloadWord(files)}
          </Button>
        </>
      }
    >
      <div className="export">
        <ExportChoices
          format={format}
          onFormat={(id) => {
            setFormat(id)
            setSaid('')
          }}
          reads={exporter?.reads ?? []}
          chosen={chosen}
          onChoose={(change) => setChosen({ ...chosen, ...change })}
          onlyChange={changes}
          onOnlyChange={setOnlyChange}
          onBase={setBase}
          about={exporter?.about ?? ''}
          notes={notes}
        />
        <ExportPreview
          files={files}
          file={file}
          onFile={setFileName}
          onSelected={onClose}
          transparent={chosen.background === 'transparent'}
          nothing={nothingWord(exporter?.title ?? 'this format', changes, base !== undefined)}
        />
      </div>
    </Dialog>
  )
}
