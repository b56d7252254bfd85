import { Copy, Download } from 'lucide-react'
import { slugOfName } from '../../core/topology/resource-type.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { Button } from '../components/Button.tsx'
import { DiagramPicture, pictureOf } from '../shell/DiagramPicture.tsx'
import { downloadBytes } from '../shell/download.ts'
import { useDiagnostics } from '../store/derived.ts'
import { useDocument } from '../store/document.ts'

/** The diagram as a picture, to put into a message or to keep as a file that opens here again. */
export function SharedPicture({ onSaid }: { readonly onSaid: (text: string) => void }) {
  const document = useDocument()
  const findings = useDiagnostics()
  const png = async () => {
    const { pngOf } = await import('../shell/png.ts')
    const file = pictureOf(document, findings)
    if (!file) throw new Error('There is nothing to draw.')
    return pngOf(file.text, serializeDocument(document))
  }
  const copy = async () => {
    onSaid('Drawing the picture.')
    try {
      // A promise, because some browsers want the clipboard to be asked for while the button is pressed.
      const blob = png().then((bytes) => new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
      onSaid('Picture copied.')
    } catch {
      onSaid('This browser does not let the page copy a picture. Download it instead.')
    }
  }
  const download = async () => {
    onSaid('Drawing the picture.')
    try {
      downloadBytes(`${slugOfName(document.name)}.png`, await png(), 'image/png')
      onSaid('Picture downloaded. Opened here again, it is the diagram.')
    } catch {
      onSaid('This browser could not draw the picture. Export it as SVG instead.')
    }
  }
  return (
    <figure className="share__picture">
      <DiagramPicture document={document} findings={findings} />
      <figcaption>
        <Button size="small" icon={<Copy size={14} />} onClick={copy}>
          Copy picture
        </Button>
        <Button size="small" icon={<Download size={14} />} onClick={download}>
          Download PNG
        </Button>
      </figcaption>
    </figure>
  )
}
