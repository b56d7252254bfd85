import { Download, Link, Search, Share2, Upload } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { copyLink } from '../permalink/copy-link.ts'
import { SavingState } from '../saving/SavingState.tsx'
import { useSession } from '../store/session.ts'
import { DiagramName } from './DiagramName.tsx'
import { HistoryButtons } from './HistoryButtons.tsx'
import { keyNames } from './key-names.ts'
import { Logo } from './Logo.tsx'
import { MoreMenu, NewMenu, ThemeMenu } from './Menus.tsx'
import { useNarrow } from './use-media.ts'
import './top-bar.css'

/** The bar over everything: which diagram this is, whether it is kept, and what can be done with all of it. */
export function TopBar() {
  const narrow = useNarrow()
  return (
    <header className="top-bar">
      <div className="top-bar__brand">
        <Logo />
        <span className="top-bar__product">Floatpath</span>
      </div>
      <DiagramName />
      <SavingState />
      <div className="top-bar__actions">
        <HistoryButtons />
        <IconButton
          label="Actions and search"
          shortcut={keyNames('Ctrl K')}
          icon={<Search size={17} />}
          onClick={() => useSession.setState({ dialog: 'finder' })}
        />
        {narrow ? (
          <MoreMenu />
        ) : (
          <>
            <span className="top-bar__divider" />
            <ThemeMenu />
            <NewMenu />
            <Button icon={<Upload size={16} />} onClick={() => useSession.setState({ dialog: 'import' })}>
              Import
            </Button>
            <Button icon={<Download size={16} />} onClick={() => useSession.setState({ dialog: 'export' })}>
              Export
            </Button>
          </>
        )}
        <Button variant="primary" icon={<Link size={16} />} onClick={copyLink}>
          <span className="top-bar__words">Copy link</span>
        </Button>
        <IconButton
          label="More ways to share"
          className="top-bar__share"
          icon={<Share2 size={17} />}
          onClick={() => useSession.setState({ dialog: 'link' })}
        />
      </div>
    </header>
  )
}
