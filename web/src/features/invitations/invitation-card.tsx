import type { Invitation } from '@kolosok/contract'
import { Button, Checkbox } from '@mantine/core'
import { IconQrcode, IconSend } from '@tabler/icons-react'
import { formatDay } from '#lib/dates.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import { InvitationDeliveries } from './invitation-deliveries.tsx'
import { groupsOf, standingOf, titleOf, usersOf } from './invitation-facts.ts'
import classes from './invitations.module.css'
import { t } from './texts.ts'
import type { RowsProps } from './use-selection.ts'

/** On a phone. */
export function InvitationCards({ invitations, selection, canSend, onDialog }: RowsProps) {
  return (
    <ul className={classes.list}>
      {invitations.map((invitation) => (
        <Card key={invitation.id} invitation={invitation} selection={selection} canSend={canSend} onDialog={onDialog} />
      ))}
    </ul>
  )
}

function Card({
  invitation,
  selection,
  canSend,
  onDialog,
}: Omit<RowsProps, 'invitations'> & { invitation: Invitation }) {
  const { id, state, uses, useLimit, expiresAt, createdBy, createdAt } = invitation
  const standing = standingOf(invitation)
  const facts = [
    t('uses', { uses, limit: useLimit }),
    t('until', { date: formatDay(expiresAt) }),
    t('created', { name: createdBy, date: formatDay(createdAt) }),
  ]
  return (
    <li className={classes.row}>
      <div className={classes.cardHead}>
        <div>
          <div className={classes.title}>{titleOf(invitation)}</div>
          <div className={classes.muted}>{groupsOf(invitation)}</div>
        </div>
        {state === 'open' && (
          <Checkbox
            size="md"
            className={classes.check}
            aria-label={t('select', { name: titleOf(invitation) })}
            checked={selection.has(id)}
            onChange={() => selection.toggle(id)}
          />
        )}
      </div>
      <div className={classes.name}>
        <StateBadge tone={standing.tone}>{standing.text}</StateBadge>
      </div>
      <div className={classes.muted}>{facts.join(' · ')}</div>
      {usersOf(invitation).map((user) => (
        <div key={user} className={classes.muted}>
          {user}
        </div>
      ))}
      <InvitationDeliveries invitation={invitation} />
      {state === 'open' && (
        <div className={classes.actions}>
          {canSend && (
            <Button
              variant="subtle"
              size="sm"
              h={44}
              leftSection={<IconSend size={18} />}
              onClick={() => onDialog({ send: invitation })}
            >
              {t('send')}
            </Button>
          )}
          <Button
            variant="subtle"
            size="sm"
            h={44}
            leftSection={<IconQrcode size={18} />}
            onClick={() => onDialog({ show: invitation })}
          >
            {t('show')}
          </Button>
          <Button variant="subtle" size="sm" h={44} color="red" onClick={() => onDialog({ revoke: invitation })}>
            {t('revoke')}
          </Button>
        </div>
      )}
    </li>
  )
}
