import {
  BookOpen,
  Download,
  Ellipsis,
  FilePlus2,
  FolderOpen,
  GitCompareArrows,
  History,
  LayoutGrid,
  Monitor,
  Moon,
  Save,
  Shapes,
  Share2,
  Signpost,
  SquareDashed,
  Sun,
  Upload,
} from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Menu, type MenuGroup } from '../components/Menu.tsx'
import { openGuide } from '../guide/guide-state.ts'
import { saveFile } from '../saving/file/save.ts'
import { prefer, type Theme, usePreferences } from '../saving/preferences.ts'
import { useSession } from '../store/session.ts'
import { keyNames } from './key-names.ts'
import { startEmpty, startExample } from './new-diagram.ts'

const themes: readonly (readonly [Theme, string, typeof Sun])[] = [
  ['system', 'Same as the system', Monitor],
  ['light', 'Light', Sun],
  ['dark', 'Dark', Moon],
]

function newItems(): MenuGroup {
  return {
    heading: 'New',
    items: [
      { label: 'Empty diagram', icon: <SquareDashed size={16} />, run: startEmpty },
      { label: 'Example: two TLS sites on one port', icon: <Shapes size={16} />, run: startExample },
      {
        label: 'Templates',
        icon: <LayoutGrid size={16} />,
        run: () => useSession.setState({ dialog: 'templates' }),
      },
    ],
  }
}

const savedItems: MenuGroup = {
  heading: 'Saved',
  items: [
    { label: 'Save to a file', icon: <Save size={16} />, shortcut: keyNames('Ctrl S'), run: saveFile },
    {
      label: 'Your diagrams',
      icon: <FolderOpen size={16} />,
      run: () => useSession.setState({ dialog: 'diagrams' }),
    },
    {
      label: 'Versions of this diagram',
      icon: <History size={16} />,
      run: () => useSession.setState({ dialog: 'history' }),
    },
    {
      label: 'Compare with another diagram',
      icon: <GitCompareArrows size={16} />,
      run: () => useSession.setState({ dialog: 'difference' }),
    },
  ],
}

const themeItems = (current: Theme): MenuGroup => ({
  heading: 'Theme',
  items: themes.map(([theme, label, Icon]) => ({
    label,
    icon: <Icon size={16} />,
    checked: theme === current,
    run: () => prefer({ theme }),
  })),
})

const fileItems: MenuGroup = {
  items: [
    { label: 'Import', icon: <Upload size={16} />, run: () => useSession.setState({ dialog: 'import' }) },
    { label: 'Export', icon: <Download size={16} />, run: () => useSession.setState({ dialog: 'export' }) },
    {
      label: 'More ways to share',
      icon: <Share2 size={16} />,
      run: () => useSession.setState({ dialog: 'link' }),
    },
  ],
}

const helpItems: MenuGroup = {
  items: [
    { label: 'Take the guide', icon: <Signpost size={16} />, run: openGuide },
    {
      label: 'Lint rules',
      icon: <BookOpen size={16} />,
      run: () => useSession.setState({ dialog: 'lint-rules' }),
    },
  ],
}

/** Starts another diagram. */
export function NewMenu() {
  return (
    <Menu trigger={<Button icon={<FilePlus2 size={16} />}>New</Button>} groups={[newItems(), savedItems]} />
  )
}

/** Light, dark or as the system is. */
export function ThemeMenu() {
  const theme = usePreferences((state) => state.theme)
  const Icon = themes.find(([known]) => known === theme)?.[2] ?? Monitor
  return (
    <Menu trigger={<IconButton label="Theme" icon={<Icon size={17} />} />} groups={[themeItems(theme)]} />
  )
}

/** Everything that does not fit into a narrow top bar. */
export function MoreMenu() {
  const theme = usePreferences((state) => state.theme)
  return (
    <Menu
      trigger={<IconButton label="More" className="top-bar__more" icon={<Ellipsis size={17} />} />}
      groups={[fileItems, newItems(), savedItems, helpItems, themeItems(theme)]}
    />
  )
}
