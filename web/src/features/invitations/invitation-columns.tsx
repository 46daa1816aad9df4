import type { Invitation, InvitationSort } from '@kolosok/contract'
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

export const invitationColumns = (acts: Acts): readonly Column<Invitation, InvitationSort>[] => [
  {
    key: 'whom',
    title: t('column.whom'),
    width: '30%',
    orders: { up: ['whom', t('sort.whom.up')], down: ['-whom', t('sort.whom.down')] },
    cell: (invitation) => <Whom invitation={invitation} />,
  },
  {
    key: 'state',
    title: t('column.state'),
    width: 160,
    orders: { up: ['expires', t('sort.expires.up')], down: ['-expires', t('sort.expires.down')] },
    cell: (invitation) => <State invitation={invitation} />,
  },
  {
    key: 'users',
    title: t('column.users'),
    orders: { up: ['used', t('sort.used.up')], down: ['-used', t('sort.used.down')] },
    cell: (invitation) => <Users invitation={invitation} />,
  },
  {
    key: 'created',
    title: t('column.created'),
    width: 150,
    orders: { up: ['created', t('sort.created.up')], down: ['-created', t('sort.created.down')] },
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
