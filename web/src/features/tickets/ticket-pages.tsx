import { ticketId } from '@kolosok/contract'
import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { EmptyState } from '#ui/states.tsx'
import { t } from './texts.ts'
import { TicketView } from './ticket-view.tsx'
import classes from './tickets.module.css'

const back = {
  'variant': 'subtle',
  'color': 'gray',
  'size': 44,
  'aria-label': t('back'),
  'children': <IconArrowLeft size={22} />,
} as const

/** As the asker; whoever follows a letter's link as one of the desk comes here, too. */
export const OwnTicketPage = () => (
  <Page backLink={<ActionIcon {...back} renderRoot={(props) => <Link to="/help/tickets" {...props} />} />} />
)

export function OrganizationTicketPage() {
  const { code } = useOrganization()
  return (
    <Page
      backLink={
        <ActionIcon {...back} renderRoot={(props) => <Link to="/o/$code/tickets" params={{ code }} {...props} />} />
      }
    />
  )
}

export const OperatorTicketPage = () => (
  <Page backLink={<ActionIcon {...back} renderRoot={(props) => <Link to="/operator/tickets" {...props} />} />} />
)

function Page({ backLink }: { backLink: ReactElement }) {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const id = ticketId.safeParse(params['ticketId'])
  if (!id.success) {
    return (
      <div className={classes.page}>
        {backLink}
        <EmptyState isPage title={t('error.missing')} />
      </div>
    )
  }
  return <TicketView key={id.data} id={id.data} backLink={backLink} />
}
