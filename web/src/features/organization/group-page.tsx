import { Badge, Button, Title } from '@mantine/core'
import type { Group, GroupId } from '@kolosok/contract'
import { IconChartBar, IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { InviteFamilies } from '#features/invitations/index.ts'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { EmptyState } from '#ui/states.tsx'
import { AddChildren } from './add-children.tsx'
import { ChildRows } from './child-rows.tsx'
import { EditGroup } from './edit-group.tsx'
import classes from './group.module.css'
import { GroupCommittee } from './group-committee.tsx'
import { GroupTeachers } from './group-teachers.tsx'
import { childrenQuery, groupQuery } from './queries.ts'
import { Loaded } from './query-states.tsx'
import { t as ofChildren } from './children-texts.ts'
import { t } from './group-texts.ts'

export function GroupPage() {
  const groupId = (useParams({ strict: false }).groupId ?? '') as GroupId
  const { code } = useOrganization()
  const query = useQuery(groupQuery(groupId))
  const [isEditing, setEditing] = useState(false)
  const group = query.data
  const kind = group && group.kind !== 'class' ? t(`kind.${group.kind}`) : ''
  const lead = group && [kind, group.age, group.programme].filter((part) => part !== '').join(' · ')

  return (
    <OrganizationPage
      title={group?.name ?? t('groups.group')}
      {...(lead && { lead })}
      backTo="/o/$code/groups"
      actions={group && <Actions group={group} onEdit={() => setEditing(true)} />}
    >
      <Loaded query={query}>
        {(found) => (
          <>
            {found.isArchived && <Badge color="gray">{t('group.in-archive')}</Badge>}
            <GroupTeachers group={found} />
            {found.abilities.seeChildren ? <Children group={found} /> : <EmptyState title={t('group.not-yours')} />}
            {found.abilities.seeChildren && found.kind !== 'staff' && <GroupCommittee group={found} />}
            {/* Below the children: it arrives later, and nothing may jump under a finger. */}
            {found.abilities.invite && found.kind !== 'staff' && (
              <Suspense>
                <InviteFamilies groupId={found.id} code={code} />
              </Suspense>
            )}
          </>
        )}
      </Loaded>
      {group && isEditing && <EditGroup group={group} onClose={() => setEditing(false)} />}
    </OrganizationPage>
  )
}

function Actions({ group, onEdit }: { group: Group; onEdit: () => void }) {
  const { code } = useOrganization()
  const params = { code, groupId: group.id }
  return (
    <>
      {group.abilities.seeChildren && (
        <Button
          renderRoot={(props) => <Link to="/o/$code/groups/$groupId/statistics" params={params} {...props} />}
          variant="default"
          leftSection={<IconChartBar size={18} />}
        >
          {t('group.statistics')}
        </Button>
      )}
      {group.abilities.edit && (
        <Button variant="default" leftSection={<IconPencil size={18} />} onClick={onEdit}>
          {t('group.edit')}
        </Button>
      )}
    </>
  )
}

function Children({ group }: { group: Group }) {
  const children = useQuery(childrenQuery(group.id))
  const [isAdding, setAdding] = useState(false)
  const add = (
    <Button leftSection={<IconPlus size={20} />} onClick={() => setAdding(true)}>
      {ofChildren('children.add')}
    </Button>
  )
  return (
    <section className={classes.section} aria-labelledby="children">
      <div className={classes.top}>
        <Title order={2} fz="lg" id="children">
          {ofChildren('children.title')}
          {group.childCount > 0 && <span className={classes.count}>{group.childCount}</span>}
        </Title>
        {group.abilities.editChildren && group.childCount > 0 && add}
      </div>
      <Loaded query={children} rows={8}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState
              title={ofChildren('children.empty.title')}
              text={ofChildren(group.abilities.editChildren ? 'children.empty.text' : 'children.empty.text.see')}
              action={group.abilities.editChildren && add}
            />
          ) : (
            <ChildRows group={group} children={found} />
          )
        }
      </Loaded>
      {isAdding && (
        <AddChildren
          group={group}
          known={(children.data ?? []).map((child) => child.name)}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  )
}
