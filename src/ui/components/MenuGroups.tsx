import { MenuEntry, type MenuItem } from './MenuEntry.tsx'

/** Items under a line and, where it has one, a heading of their own. */
export interface MenuGroup {
  readonly heading?: string
  readonly items: readonly MenuItem[]
}

interface MenuGroupsProps {
  readonly groups: readonly MenuGroup[]
  readonly onRun: (item: MenuItem) => void
}

/** What a menu holds. */
export function MenuGroups({ groups, onRun }: MenuGroupsProps) {
  return groups
    .filter((group) => group.items.length > 0)
    .map((group, index) => (
      // biome-ignore lint/a11y/useSemanticElements: a group of menu items is no fieldset.
      <div key={group.heading ?? group.items[0]?.label} role="group" aria-label={group.heading}>
        {index > 0 && <hr className="menu__line" />}
        {group.heading && (
          <div className="menu__heading" aria-hidden="true">
            {group.heading}
          </div>
        )}
        {group.items.map((item) => (
          <MenuEntry key={item.label} item={item} onRun={onRun} />
        ))}
      </div>
    ))
}
