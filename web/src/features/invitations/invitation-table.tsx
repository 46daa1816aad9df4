import type { Invitation } from '@kolosok/contract'
import { Checkbox, Table } from '@mantine/core'
import { formatDay } from '#lib/dates.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import { InvitationDeliveries } from './invitation-deliveries.tsx'
import { groupsOf, standingOf, titleOf, usersOf } from './invitation-facts.ts'
import { RowActions } from './row-actions.tsx'
import classes from './invitations.module.css'
import { t } from './texts.ts'
import type { RowsProps } from './use-selection.ts'

/** On a desktop; a phone gets cards of the same. */
export function InvitationTable({ invitations, selection, canSend, onDialog }: RowsProps) {
  const open = invitations.filter(({ state }) => state === 'open')
  const areAll = open.length > 0 && open.every(({ id }) => selection.has(id))
  return (
    <div className={classes.sheet}>
      <Table verticalSpacing={10} horizontalSpacing={10} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={52}>
              <Checkbox
                size="md"
                className={classes.check}
                aria-label={t('select.all')}
                checked={areAll}
                disabled={open.length === 0}
                indeterminate={!areAll && selection.ids.size > 0}
                onChange={() => selection.set(areAll ? [] : open)}
              />
            </Table.Th>
            <Table.Th>{t('column.whom')}</Table.Th>
            <Table.Th w={150}>{t('column.state')}</Table.Th>
            <Table.Th>{t('column.users')}</Table.Th>
            <Table.Th w={150}>{t('column.created')}</Table.Th>
            <Table.Th w={156}>
              <span className={classes.hidden}>{t('column.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {invitations.map((invitation) => (
            <Row
              key={invitation.id}
              invitation={invitation}
              selection={selection}
              canSend={canSend}
              onDialog={onDialog}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Row({
  invitation,
  selection,
  canSend,
  onDialog,
}: Omit<RowsProps, 'invitations'> & { invitation: Invitation }) {
  const { id, state, uses, useLimit, expiresAt, createdBy, createdAt } = invitation
  const standing = standingOf(invitation)
  return (
    <Table.Tr data-over={state === 'open' ? undefined : true} className={classes.tableRow}>
      <Table.Td>
        {state === 'open' && (
          <Checkbox
            size="md"
            className={classes.check}
            aria-label={t('select', { name: titleOf(invitation) })}
            checked={selection.has(id)}
            onChange={() => selection.toggle(id)}
          />
        )}
      </Table.Td>
      <Table.Td>
        <div className={classes.title}>{titleOf(invitation)}</div>
        <div className={classes.muted}>{groupsOf(invitation)}</div>
        <InvitationDeliveries invitation={invitation} />
      </Table.Td>
      <Table.Td>
        <StateBadge tone={standing.tone}>{standing.text}</StateBadge>
        <div className={classes.muted}>{t('until', { date: formatDay(expiresAt) })}</div>
      </Table.Td>
      <Table.Td>
        <div>{t('uses', { uses, limit: useLimit })}</div>
        {usersOf(invitation).map((user) => (
          <div key={user} className={classes.muted}>
            {user}
          </div>
        ))}
      </Table.Td>
      <Table.Td>
        <div className={classes.muted}>{createdBy}</div>
        <div className={classes.muted}>{formatDay(createdAt)}</div>
      </Table.Td>
      <Table.Td>
        <RowActions invitation={invitation} canSend={canSend} onDialog={onDialog} />
      </Table.Td>
    </Table.Tr>
  )
}
