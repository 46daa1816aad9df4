import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { type Dialog, InvitationDialogs } from './invitation-dialogs.tsx'
import { InvitationFilters, noFilter } from './invitation-filters.tsx'
import { InvitationRows } from './invitation-rows.tsx'
import classes from './invitations.module.css'
import { useInvitations } from './queries.ts'
import { t } from './texts.ts'
import { useSelection } from './use-selection.ts'

/** Every way into the organization: who may come in, who has, and what nobody uses. */
export function InvitationsPage() {
  const { id, abilities } = useOrganization()
  const [filter, setFilter] = useState(noFilter)
  const [search] = useDebouncedValue(filter.search.trim(), 250)
  const wanted = { ...filter, search }
  const [dialog, setDialog] = useState<Dialog>(null)
  const query = useInvitations(id, wanted)
  const first = query.data?.pages[0]
  const invitations = query.data?.pages.flatMap((page) => page.invitations) ?? []
  const selection = useSelection(invitations)
  const invite = (
    <Button leftSection={<IconLink size={20} />} onClick={() => setDialog('staff')}>
      {t('staff.new')}
    </Button>
  )
  return (
    <OrganizationPage title={t('title')} lead={t('lead')} actions={abilities.inviteAnybody ? invite : undefined}>
      <div>
        <InvitationFilters
          filter={filter}
          groups={first?.groups ?? []}
          hasStaff={abilities.inviteAnybody}
          onChange={setFilter}
        />
        <div className={classes.bar} aria-live="polite">
          {selection.ids.size > 0 ? (
            <>
              <span className={classes.picked}>{t('selected', { count: selection.ids.size })}</span>
              <Button color="red" variant="light" onClick={() => setDialog({ selected: [...selection.ids] })}>
                {t('selected.revoke')}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => selection.set([])}>
                {t('selected.none')}
              </Button>
            </>
          ) : (
            first !== undefined &&
            first.unclaimed > 0 && (
              <Button variant="default" onClick={() => setDialog('unclaimed')}>
                {t('unclaimed', { count: first.unclaimed })}
              </Button>
            )
          )}
        </div>
        <InvitationRows
          query={query}
          invitations={invitations}
          selection={selection}
          isFiltered={JSON.stringify(wanted) !== JSON.stringify(noFilter)}
          onDialog={setDialog}
        />
      </div>
      <InvitationDialogs dialog={dialog} unclaimed={first?.unclaimed ?? 0} filter={wanted} onDialog={setDialog} />
    </OrganizationPage>
  )
}
