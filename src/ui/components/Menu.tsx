import { DropdownMenu as Primitive } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { Keys } from './Keys.tsx'
import './menu.css'

export interface MenuItem {
  readonly label: string
  readonly icon?: ReactNode
  readonly shortcut?: string
  readonly disabled?: boolean
  readonly danger?: boolean
  /** Where the item is one of several of which one is on. */
  readonly checked?: boolean
  readonly run: () => void
}

/** Items under a line and, where it has one, a heading of their own. */
export interface MenuGroup {
  readonly heading?: string
  readonly items: readonly MenuItem[]
}

interface MenuProps {
  readonly trigger: ReactElement
  readonly groups: readonly MenuGroup[]
  readonly align?: 'start' | 'end'
  readonly side?: 'top' | 'bottom'
}

function Item({ item }: { readonly item: MenuItem }) {
  const content = (
    <>
      <span className="menu__icon">{item.icon}</span>
      <span className="menu__label">{item.label}</span>
      {item.shortcut && <Keys keys={item.shortcut} />}
    </>
  )
  const className = `menu__item ${item.danger ? 'menu__item--danger' : ''}`
  if (item.checked !== undefined) {
    return (
      <Primitive.CheckboxItem
        className={className}
        checked={item.checked}
        disabled={item.disabled ?? false}
        onSelect={item.run}
      >
        {content}
      </Primitive.CheckboxItem>
    )
  }
  return (
    <Primitive.Item className={className} disabled={item.disabled ?? false} onSelect={item.run}>
      {content}
    </Primitive.Item>
  )
}

/** A menu that opens from a button. It is not modal: a modal one would add a style element, which the policy refuses. */
export function Menu({ trigger, groups, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className="menu"
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          loop
        >
          {groups
            .filter(({ items }) => items.length > 0)
            .map((group, index) => (
              <Primitive.Group key={group.heading ?? group.items[0]?.label} className="menu__group">
                {index > 0 && <Primitive.Separator className="menu__line" />}
                {group.heading && (
                  <Primitive.Label className="menu__heading">{group.heading}</Primitive.Label>
                )}
                {group.items.map((item) => (
                  <Item key={item.label} item={item} />
                ))}
              </Primitive.Group>
            ))}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
