import type { InvitationState } from '@kolosok/contract'
import { Button, NativeSelect } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { type Dialog, InvitationDialogs } from './invitation-dialogs.tsx'
import { InvitationRows } from './invitation-rows.tsx'
import classes from './invitations.module.css'
import { useInvitations } from './queries.ts'
import { t } from './texts.ts'

const states = ['all', 'open', 'spent', 'expired', 'revoked'] as const satisfies (InvitationState | 'all')[]

export function InvitationsPage() {
  const { id } = useOrganization()
  const [state, setState] = useState<InvitationState | 'all'>('open')
  const [dialog, setDialog] = useState<Dialog>(null)
  const query = useInvitations(id, state)
  const first = query.data?.pages[0]
  const invite = (
    <Button leftSection={<IconLink size={20} />} onClick={() => setDialog('staff')}>
      {t('staff.new')}
    </Button>
  )
  return (
    <OrganizationPage title={t('title')} lead={t('lead')} actions={first?.abilities.inviteStaff ? invite : undefined}>
      <div className={classes.bar}>
        <NativeSelect
          size="md"
          aria-label={t('filter')}
          value={state}
          data={states.map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={(event) => setState(states.find((one) => one === event.currentTarget.value) ?? 'all')}
        />
        {first && first.unclaimed > 0 && (
          <Button variant="default" onClick={() => setDialog('unclaimed')}>
            {t('unclaimed', { count: first.unclaimed })}
          </Button>
        )}
      </div>
      <InvitationRows query={query} isFiltered={state !== 'all'} onDialog={setDialog} />
      <InvitationDialogs dialog={dialog} unclaimed={first?.unclaimed ?? 0} onDialog={setDialog} />
    </OrganizationPage>
  )
}
