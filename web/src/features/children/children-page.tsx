import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ChildId, ChildOfOrganization } from '@kolosok/contract'
import { IconMoodKid } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { useFilter } from '#lib/use-filter.ts'
import { PickedBar } from '#ui/picked-bar.tsx'
import { RecordStates } from '#ui/record-states.tsx'
import { Records } from '#ui/records.tsx'
import { EmptyState } from '#ui/states.tsx'
import { TakeMenu } from '#ui/take-menu.tsx'
import { type Picked, usePicked } from '#ui/use-picked.ts'
import { childrenColumns } from './children-columns.tsx'
import { type ChildrenFilter, childrenFilter, ChildrenFilters } from './children-filter.tsx'
import { childrenQuery, useInvite } from './queries.ts'
import { collectChildren } from './take-children.ts'
import { t } from './texts.ts'

/** Every child one may see here, whatever the group. */
export function ChildrenPage() {
  const organization = useOrganization()
  const [filter, setFilter] = useFilter(childrenFilter)
  return (
    <OrganizationPage
      title={t('title')}
      lead={t('lead')}
      actions={<TakeMenu collect={() => collectChildren(organization, filter)} />}
    >
      <ChildrenFilters filter={filter} onChange={setFilter} />
      <Found filter={filter} onChange={setFilter} />
    </OrganizationPage>
  )
}

type FoundProps = { readonly filter: ChildrenFilter; readonly onChange: (filter: ChildrenFilter) => void }

function Found({ filter, onChange }: FoundProps) {
  const { id, code } = useOrganization()
  const query = useInfiniteQuery(childrenQuery(id, filter))
  const children = query.data?.pages.flatMap((page) => page.children) ?? []
  const picked = usePicked(children.map((child) => child.id))
  return (
    <>
      <PickedActions picked={picked} children={children.filter((child) => picked.ids.has(child.id))} />
      <RecordStates query={query} count={children.length} empty={<None filter={filter} />}>
        <Records
          label={t('title')}
          rows={children}
          columns={childrenColumns(code)}
          idOf={(child) => child.id}
          nameOf={({ name }) => name}
          order={filter.sort ?? 'name'}
          onOrder={(sort) => onChange({ ...filter, sort })}
          picked={picked}
          mayPick={isWithoutFamily}
        />
      </RecordStates>
    </>
  )
}

/** A link is for those of whose family nobody has come. */
const isWithoutFamily = ({ guardians, leftAt }: ChildOfOrganization) => guardians.length === 0 && leftAt === null

type PickedProps = { readonly picked: Picked<ChildId>; readonly children: readonly ChildOfOrganization[] }

function PickedActions({ picked, children }: PickedProps) {
  const { code } = useOrganization()
  const invite = useInvite()
  const run = () =>
    invite.mutate(children, {
      onSuccess: (created) => {
        picked.set([])
        notifications.show({ message: t('invite.done', { count: created }) })
      },
      onError: () => notifications.show({ color: 'red', message: t('invite.failed') }),
    })
  return (
    <PickedBar picked={picked}>
      <Button loading={invite.isPending} onClick={run}>
        {t('invite', { count: children.length })}
      </Button>
      <Button
        variant="default"
        renderRoot={(props) => (
          <Link to="/o/$code/invitations" params={{ code }} search={{ state: 'unclaimed' }} {...props} />
        )}
      >
        {t('invite.where')}
      </Button>
    </PickedBar>
  )
}

function None({ filter: { sort: _, ...narrowed } }: { filter: ChildrenFilter }) {
  const { code, abilities } = useOrganization()
  if (narrowed.standing === 'without-guardian') {
    return <EmptyState title={t('none.without-guardian')} text={t('none.without-guardian.text')} />
  }
  if (Object.keys(narrowed).length > 0) return <EmptyState title={t('none')} text={t('none.text')} />
  return (
    <EmptyState
      icon={<IconMoodKid size={48} stroke={1.3} color="var(--ink-3)" />}
      title={t('empty')}
      text={t(abilities.manageStructure ? 'empty.text' : 'empty.text.see')}
      action={
        abilities.manageStructure && (
          <Group justify="center">
            <Button renderRoot={(props) => <Link to="/o/$code/imports" params={{ code }} {...props} />}>
              {t('empty.do')}
            </Button>
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/o/$code/groups" params={{ code }} {...props} />}
            >
              {t('empty.groups')}
            </Button>
          </Group>
        )
      }
    />
  )
}
