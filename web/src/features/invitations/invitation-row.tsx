import type { Invitation, InvitationState } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { formatDay } from '#lib/dates.ts'
import { StateBadge, type Tone } from '#ui/state-badge.tsx'
import classes from './invitations.module.css'
import { t } from './texts.ts'

const tones = { open: 'good', spent: 'quiet', expired: 'quiet', revoked: 'bad' } as const satisfies Record<
  InvitationState,
  Tone
>

function titleOf({ child, position }: Invitation): string {
  if (child) return t('for.child', { name: child.name })
  return position === '' ? t('for.staff') : t('for.staff.position', { position })
}

type Props = { readonly invitation: Invitation; readonly onShow: () => void; readonly onRevoke: () => void }

export function InvitationRow({ invitation, onShow, onRevoke }: Props) {
  const { groups, state, uses, useLimit, usedBy, expiresAt, createdBy, createdAt } = invitation
  const facts = [
    ...(groups.length > 0 ? [t('groups', { groups: groups.map(({ name }) => name).join(', ') })] : []),
    t('uses', { uses, limit: useLimit }),
    t('until', { date: formatDay(expiresAt) }),
    t('created', { name: createdBy, date: formatDay(createdAt) }),
  ]
  const users = usedBy.map(({ name, label, at }) =>
    t('used-by', { name, label: label === '' ? '' : ` (${label})`, date: formatDay(at) }),
  )
  return (
    <li className={classes.row}>
      <div>
        <div className={classes.name}>
          {titleOf(invitation)}
          <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>
        </div>
        <div className={classes.muted}>{facts.join(' · ')}</div>
        {users.length > 0 && <div className={classes.muted}>{users.join('; ')}</div>}
      </div>
      {state === 'open' && (
        <div className={classes.actions}>
          <Button variant="subtle" size="sm" h={44} leftSection={<IconQrcode size={18} />} onClick={onShow}>
            {t('show')}
          </Button>
          <Button variant="subtle" size="sm" h={44} color="red" onClick={onRevoke}>
            {t('revoke')}
          </Button>
        </div>
      )}
    </li>
  )
}
