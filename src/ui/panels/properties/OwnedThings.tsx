import { Plus } from 'lucide-react'
import { Fragment } from 'react'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { type ResourceType, typeOfId } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { Button } from '../../components/Button.tsx'
import { Menu } from '../../components/Menu.tsx'
import { ResourceIcon } from '../../components/ResourceIcon.tsx'
import { useReadOnly } from '../../store/document.ts'
import { additionsFor } from './add-thing.ts'
import { childrenOf, childTypesOf, usersOf } from './children.ts'
import { ThingRow } from './ThingRow.tsx'
import { qualifiedName } from './thing-label.ts'

interface Props {
  readonly model: TopologyModel
  readonly id: string
}

function Children({ model, id, type }: Props & { readonly type: ResourceType }) {
  const deletable = !useReadOnly()
  const children = childrenOf(model, id, type)
  if (children.length === 0) return null
  return (
    <section className="properties-section">
      <h3>
        {resourceDefinitions[type].plural}{' '}
        <span className="properties-section__count">{children.length}</span>
      </h3>
      <ul>
        {children.map((child) => (
          <Fragment key={child}>
            <ThingRow model={model} id={child} deletable={deletable} />
            {childTypesOf(type).flatMap((below) =>
              childrenOf(model, child, below).map((grandchild) => (
                <ThingRow key={grandchild} model={model} id={grandchild} nested deletable={deletable} />
              )),
            )}
          </Fragment>
        ))}
      </ul>
    </section>
  )
}

/** What belongs to a thing, by type, and a menu that adds more of it. */
export function OwnedThings({ model, id }: Props) {
  const type = typeOfId(id)
  const readOnly = useReadOnly()
  if (!type) return null
  const additions = readOnly ? [] : additionsFor(id)
  return (
    <>
      {childTypesOf(type).map((child) => (
        <Children key={child} model={model} id={id} type={child} />
      ))}
      {additions.length > 0 && (
        <div className="properties-section">
          <Menu
            align="start"
            trigger={
              <Button size="small" icon={<Plus size={14} />}>
                <span className="button__name">Add to {model.nameOf(id)}</span>
              </Button>
            }
            groups={[
              {
                items: additions.map(({ label, type: added, run }) => ({
                  label,
                  icon: <ResourceIcon type={added} />,
                  run,
                })),
              },
            ]}
          />
        </div>
      )}
    </>
  )
}

/** Where a thing is used, as rows that lead there. */
export function UsedBy({ model, id }: Props) {
  const users = usersOf(model, id)
  if (users.length === 0) return null
  return (
    <section className="properties-section">
      <h3>
        Used by <span className="properties-section__count">{users.length}</span>
      </h3>
      <ul>
        {users.map((user) => (
          <ThingRow key={user} model={model} id={user} name={qualifiedName(model, user)} />
        ))}
      </ul>
    </section>
  )
}
