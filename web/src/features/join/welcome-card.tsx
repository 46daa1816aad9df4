import type { OpenInvitation } from '@kolosok/contract'
import { Title } from '@mantine/core'
import { logoUrl } from '#lib/logo.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import classes from './join.module.css'
import { t } from './texts.ts'

function titleOf({ kind, groupNames, chatTitle }: OpenInvitation): string {
  if (chatTitle !== null) return t('title.chat', { chat: chatTitle })
  const [group, ...others] = groupNames
  if (group === undefined) return t('title.child')
  if (kind === 'staff') return t('title.staff', { group })
  return others.length === 0
    ? t('title.group', { group })
    : t('title.groups', { groups: groupNames.map((name) => `«${name}»`).join(', ') })
}

const textOf = ({ kind, role }: OpenInvitation) =>
  kind === 'chat' ? 'text.chat' : role === 'parent' ? 'text.parent' : 'text.teacher'

/** Who invites, to what, and as whom; never who is invited. */
export function WelcomeCard({ invitation }: { invitation: OpenInvitation }) {
  const { inviter, organization } = invitation
  const name = inviter?.name ?? t('inviter.gone')
  return (
    <section className={classes.card}>
      <div className={classes.inviter}>
        <Face name={name} size={44} />
        <div>
          <p style={{ fontWeight: 600, display: 'flex', gap: 5, alignItems: 'center' }}>
            {name}
            {inviter?.isConfirmed && <ConfirmedBadge label={t('inviter.confirmed')} />}
          </p>
          <p className={classes.muted}>{inviter?.position || organization.shortName}</p>
        </div>
      </div>
      {organization.logoId !== null && (
        <Face name={organization.shortName} isGroup size={64} image={logoUrl(organization.logoId)} />
      )}
      <Title order={1} fz={24} mb={8} style={{ textWrap: 'balance' }}>
        {titleOf(invitation)}
      </Title>
      <p className={classes.muted}>{t(textOf(invitation), { organization: organization.name })}</p>
    </section>
  )
}
