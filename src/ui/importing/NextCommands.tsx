import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { NextCommand } from '../../core/import/importer.ts'
import { copyText } from '../components/copy-text.ts'
import { IconButton } from '../components/IconButton.tsx'

/** Commands whose output would complete an import, to be copied. */
export function NextCommands({ commands }: { readonly commands: readonly NextCommand[] }) {
  const [said, setSaid] = useState('')
  if (commands.length === 0) return null
  return (
    <section className="import__next" aria-labelledby="import-next">
      <h3 id="import-next">To complete it, run these and add what they print</h3>
      <ul>
        {commands.map(({ command, brings }) => (
          <li key={command}>
            <span>{brings}</span>
            <code>{command}</code>
            <IconButton
              label={`Copy the command for ${brings}`}
              size="small"
              icon={<Copy size={14} />}
              onClick={async () => setSaid(await copyText(command))}
            />
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </section>
  )
}
