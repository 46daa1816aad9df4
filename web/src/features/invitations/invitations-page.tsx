import { useState } from 'react'
import { MailingList } from '#features/mailings/index.ts'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { useFilter } from '#lib/use-filter.ts'
import { TakeMenu } from '#ui/take-menu.tsx'
import { usePicked } from '#ui/use-picked.ts'
import { InvitationBar } from './invitation-bar.tsx'
import { type Dialog, InvitationDialogs } from './invitation-dialogs.tsx'
import { invitationFilter, InvitationFilters, isNarrowed, narrowed, widened } from './invitation-filters.tsx'
import { InvitationRows, isOpen } from './invitation-rows.tsx'
import { InviteMenu } from './invite-menu.tsx'
import { useInvitations } from './queries.ts'
import { collectInvitations } from './take-invitations.ts'
import { t } from './texts.ts'
import { useTarget } from './use-target.ts'

const nothing = { unclaimed: 0, groups: [] } as const

/** Every way into the organization: who may come in, who has, and what nobody uses. */
export function InvitationsPage() {
  const organization = useOrganization()
  const { id, abilities } = organization
  const [given, setGiven] = useFilter(invitationFilter)
  const filter = widened(given)
  const [dialog, setDialog] = useState<Dialog>(null)
  const query = useInvitations(id, filter)
  const invitations = query.data?.pages.flatMap((page) => page.invitations) ?? []
  const picked = usePicked(invitations.filter(isOpen).map((one) => one.id))
  const { unclaimed, groups } = query.data?.pages[0] ?? nothing
  const target = useTarget(filter, groups)
  const { canSend, reminders, recipients } = target
  return (
    <OrganizationPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <TakeMenu collect={() => collectInvitations(organization, filter)} />
          <InviteMenu
            canSend={canSend}
            hasStaff={abilities.inviteAnybody}
            isExpecting={recipients !== undefined && recipients.expected.people > 0}
            onDialog={setDialog}
          />
        </>
      }
    >
      <MailingList organizationId={id} />
      <div>
        <InvitationFilters
          filter={filter}
          groups={groups}
          hasStaff={abilities.inviteAnybody}
          onChange={(next) => setGiven(narrowed(next))}
        />
        <InvitationBar unclaimed={unclaimed} reminders={reminders} picked={picked} onDialog={setDialog} />
        <InvitationRows
          query={query}
          invitations={invitations}
          picked={picked}
          canSend={canSend}
          isFiltered={isNarrowed(filter)}
          order={filter.sort}
          onOrder={(sort) => setGiven(narrowed({ ...filter, sort }))}
          onDialog={setDialog}
        />
      </div>
      <InvitationDialogs
        dialog={dialog}
        unclaimed={unclaimed}
        filter={filter}
        group={target.group}
        recipients={recipients}
        onDialog={setDialog}
      />
    </OrganizationPage>
  )
}
