import type { Invitation } from '@kolosok/contract'
import { formatDay } from '#lib/dates.ts'
import type { Column } from '#ui/records.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { InvitationDeliveries } from './invitation-deliveries.tsx'
import type { Dialog } from './invitation-dialogs.tsx'
import { groupsOf, standingOf, titleOf, usersOf } from './invitation-facts.ts'
import { RowActions } from './row-actions.tsx'
import classes from './invitations.module.css'
import { t } from './texts.ts'

type Acts = {
  /** This server sends letters or SMS. */
  readonly canSend: boolean
  readonly onDialog: (dialog: Dialog) => void
}

export const invitationColumns = (acts: Acts): readonly Column<Invitation>[] => [
  { key: 'whom', title: t('column.whom'), width: '30%', cell: (invitation) => <Whom invitation={invitation} /> },
  { key: 'state', title: t('column.state'), width: 150, cell: (invitation) => <State invitation={invitation} /> },
  { key: 'users', title: t('column.users'), cell: (invitation) => <Users invitation={invitation} /> },
  {
    key: 'created',
    title: t('column.created'),
    width: 150,
    cell: ({ createdBy, createdAt }) => t('created.by', { name: createdBy, date: formatDay(createdAt) }),
  },
  {
    key: 'actions',
    title: t('column.actions'),
    width: 156,
    isActions: true,
    cell: (invitation) => <RowActions invitation={invitation} {...acts} />,
  },
]

type Props = { readonly invitation: Invitation }

const Whom = ({ invitation }: Props) => (
  <div data-over={invitation.state === 'open' ? undefined : true} className={classes.whom}>
    <div className={classes.title}>{titleOf(invitation)}</div>
    <div className={classes.muted}>{groupsOf(invitation)}</div>
    <InvitationDeliveries invitation={invitation} />
  </div>
)

function State({ invitation }: Props) {
  const standing = standingOf(invitation)
  return (
    <div>
      <StateBadge tone={standing.tone}>{standing.text}</StateBadge>
      <div>{t('until', { date: formatDay(invitation.expiresAt) })}</div>
    </div>
  )
}

const Users = ({ invitation }: Props) => (
  <div>
    <div>{t('uses', { uses: invitation.uses, limit: invitation.useLimit })}</div>
    {usersOf(invitation).map((user) => (
      <div key={user}>{user}</div>
    ))}
  </div>
)
