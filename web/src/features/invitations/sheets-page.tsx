import { type GroupId, invitationEndpoints, type OrganizationId, pathOf } from '@kolosok/contract'
import { Button, Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileTypePdf, IconLink, IconPrinter } from '@tabler/icons-react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { widened } from './invitation-filters.tsx'
import { useGroupSheets, useInvitations, useInviteMissing } from './queries.ts'
import classes from './sheet.module.css'
import { PER_PAGE, SlipSheet } from './slip-sheet.tsx'
import { t } from './texts.ts'

/** The slips of all groups, printed in one go: what a kindergarten needs on its first day. */
export function SheetsPage() {
  const { id } = useOrganization()
  const query = useInvitations(id, widened({}))
  const groups = query.data?.pages[0]?.groups
  return (
    <OrganizationPage title={t('sheet.title')} lead={t('sheets.lead')} backTo="/o/$code/invitations">
      {query.isPending && <Skeleton height={300} radius="md" aria-hidden="true" />}
      {query.isError && !groups && <Failed onRetry={() => void query.refetch()} />}
      {groups && <Sheets organizationId={id} groupIds={groups.map((group) => group.id)} />}
    </OrganizationPage>
  )
}

const Failed = ({ onRetry }: { onRetry: () => void }) => (
  <ErrorState title={t('error.title')} text={t('error.text')} retry={t('error.retry')} onRetry={onRetry} />
)

type Props = { readonly organizationId: OrganizationId; readonly groupIds: readonly GroupId[] }

function Sheets({ organizationId, groupIds }: Props) {
  const { sheets, missing, isPending, isError, refetch } = useGroupSheets(groupIds)
  const invite = useInviteMissing()
  if (isPending) return <Skeleton height={300} radius="md" aria-hidden="true" />
  if (isError) return <Failed onRetry={refetch} />
  const lacking = missing.reduce((sum, { childIds }) => sum + childIds.length, 0)
  const slips = sheets.map(({ children }) => children.filter(({ invitation }) => invitation?.state === 'open').length)
  const count = slips.reduce((sum, one) => sum + one, 0)
  const pages = slips.reduce((sum, one) => sum + Math.ceil(one / PER_PAGE), 0)
  const create = () =>
    invite.mutate(missing, { onError: () => notifications.show({ color: 'red', message: t('sheets.failed') }) })
  return (
    <>
      <div className={classes.tools}>
        {lacking > 0 && (
          <Button leftSection={<IconLink size={20} />} loading={invite.isPending} onClick={create}>
            {t('sheets.create', { count: lacking })}
          </Button>
        )}
        {count > 0 && (
          <Button
            component="a"
            href={pathOf(invitationEndpoints.sheets, { organizationId })}
            download
            variant="default"
            leftSection={<IconFileTypePdf size={20} />}
          >
            {t('sheet.pdf')}
          </Button>
        )}
        {count > 0 && (
          <Button
            variant={lacking > 0 ? 'default' : 'filled'}
            leftSection={<IconPrinter size={20} />}
            onClick={() => window.print()}
          >
            {t('sheets.print', { count, pages })}
          </Button>
        )}
      </div>
      {count === 0 && lacking === 0 && <EmptyState title={t('sheet.empty.title')} text={t('sheets.empty')} />}
      <SlipSheet groups={sheets.filter((_, index) => (slips[index] ?? 0) > 0)} />
    </>
  )
}
