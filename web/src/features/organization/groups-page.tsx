import { Button, Group, Text } from '@mantine/core'
import type { Group as OneGroup } from '@kolosok/contract'
import {
  IconArchive,
  IconArrowsSort,
  IconCalendarUp,
  IconDoorExit,
  IconPlus,
  IconTableImport,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { useFilter } from '#lib/use-filter.ts'
import { EmptyState } from '#ui/states.tsx'
import { TakeMenu } from '#ui/take-menu.tsx'
import { AddGroups } from './add-groups.tsx'
import { namesOf } from './duties.ts'
import { GroupOrder } from './group-order.tsx'
import { ArchivedGroups, GroupRows } from './group-rows.tsx'
import { LeftChildren } from './left-children.tsx'
import { groupsQuery } from './queries.ts'
import { Loaded } from './query-states.tsx'
import { sheetOfGroups } from './sheet-of-groups.ts'
import { t as ofChildren } from './children-texts.ts'
import { t } from './group-texts.ts'

const groupsFilter = z.object({ standing: z.literal('without-lead').optional() })

/** Those that nobody leads, though groups of children are led by somebody; a building holds groups and misses nobody. */
function withoutLead(groups: readonly OneGroup[]): OneGroup[] {
  const holding = new Set(groups.map(({ parentId }) => parentId))
  return groups.filter((group) => {
    const { id, kind, childCount } = group
    const isBuilding = childCount === 0 && holding.has(id)
    return kind !== 'staff' && !isBuilding && namesOf(group, 'lead') === ''
  })
}

export function GroupsPage() {
  const organization = useOrganization()
  const { id, code, abilities } = organization
  const groups = useQuery(groupsQuery(id))
  const [isAdding, setAdding] = useState(false)
  const [isOrdering, setOrdering] = useState(false)
  const mayChange = abilities.manageStructure
  const [{ standing }, narrow] = useFilter(groupsFilter)
  const made = (groups.data ?? []).filter((group) => group.kind !== 'staff')
  const add = (
    <>
      <Button
        variant="default"
        leftSection={<IconTableImport size={20} />}
        renderRoot={(props) => <Link to="/o/$code/imports" params={{ code }} {...props} />}
      >
        {t('groups.import')}
      </Button>
      <Button leftSection={<IconPlus size={20} />} onClick={() => setAdding(true)}>
        {t('groups.add')}
      </Button>
    </>
  )

  return (
    <OrganizationPage
      title={t('groups.title')}
      lead={t('groups.lead')}
      actions={
        <>
          {made.length > 0 && <TakeMenu collect={() => Promise.resolve(sheetOfGroups(organization, made))} />}
          {mayChange && add}
        </>
      }
    >
      <Loaded query={groups}>
        {(all) =>
          isOrdering ? (
            <GroupOrder groups={made} onDone={() => setOrdering(false)} />
          ) : standing ? (
            <WithoutLead groups={withoutLead(all)} onAll={() => narrow({})} />
          ) : (
            <GroupRows groups={all} />
          )
        }
      </Loaded>
      {groups.isSuccess && made.length === 0 && (
        <EmptyState
          icon={<IconUsersGroup size={48} stroke={1.3} color="var(--ink-3)" />}
          title={t('groups.empty.title')}
          text={t(mayChange ? 'groups.empty.text' : 'groups.empty.text.see')}
          action={mayChange && <Group justify="center">{add}</Group>}
        />
      )}
      {mayChange && !isOrdering && <More mayOrder={made.length > 1} onOrder={() => setOrdering(true)} />}
      {isAdding && <AddGroups onClose={() => setAdding(false)} />}
    </OrganizationPage>
  )
}

function WithoutLead({ groups, onAll }: { groups: readonly OneGroup[]; onAll: () => void }) {
  return (
    <>
      <Group justify="space-between">
        <Text fw={600}>{t(groups.length > 0 ? 'groups.without-lead' : 'groups.without-lead.none')}</Text>
        <Button variant="subtle" onClick={onAll}>
          {t('groups.all')}
        </Button>
      </Group>
      {groups.length > 0 && <GroupRows groups={groups} />}
    </>
  )
}

function More({ mayOrder, onOrder }: { mayOrder: boolean; onOrder: () => void }) {
  const { code } = useOrganization()
  const [isArchiveOpen, setArchiveOpen] = useState(false)
  const [areLeftOpen, setLeftOpen] = useState(false)
  return (
    <div>
      <Button
        variant="subtle"
        leftSection={<IconCalendarUp size={18} />}
        renderRoot={(props) => <Link to="/o/$code/roll-over" params={{ code }} {...props} />}
      >
        {t('groups.roll-over')}
      </Button>
      {mayOrder && (
        <Button variant="subtle" leftSection={<IconArrowsSort size={18} />} onClick={onOrder}>
          {t('groups.order')}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconArchive size={18} />}
        aria-expanded={isArchiveOpen}
        onClick={() => setArchiveOpen(!isArchiveOpen)}
      >
        {t(isArchiveOpen ? 'groups.archive.hide' : 'groups.archive')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconDoorExit size={18} />}
        aria-expanded={areLeftOpen}
        onClick={() => setLeftOpen(!areLeftOpen)}
      >
        {ofChildren(areLeftOpen ? 'left.hide' : 'left.title')}
      </Button>
      {isArchiveOpen && <ArchivedGroups />}
      {areLeftOpen && <LeftChildren />}
    </div>
  )
}
