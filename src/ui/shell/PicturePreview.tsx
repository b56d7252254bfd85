import { useEffect, useState } from 'react'
import type { ExportFile } from '../../core/export/exporter.ts'

/** An exported picture as it will look. */
export function PicturePreview({
  file: { name, text },
  transparent = false,
  small = false,
}: {
  readonly file: ExportFile
  readonly transparent?: boolean
  readonly small?: boolean
}) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [text])
  return (
    <div
      className={`export__picture ${transparent ? 'export__picture--transparent' : ''} ${small ? 'export__picture--small' : ''}`}
    >
      {url !== undefined && <img src={url} alt={`Preview of ${name}`} />}
    </div>
  )
}
