import { Button } from '../../components/Button.tsx'
import { downloadText } from '../../shell/download.ts'
import { formerDamagedKey } from '../keys.ts'
import { readStored, storedKeys } from '../storage.ts'

/** What an earlier version put aside because it could not be read. */
export function DamagedCopies() {
  const keys = storedKeys(formerDamagedKey)
  if (keys.length === 0) return null
  return (
    <div className="saved__damaged">
      <p>Diagrams that could not be read were kept aside.</p>
      {keys.map((key, index) => (
        <Button
          key={key}
          size="small"
          onClick={() => downloadText(`damaged-${index + 1}.floatpath.json`, readStored(key) ?? '')}
        >
          Download copy {index + 1}
        </Button>
      ))}
    </div>
  )
}
