import type { ChildInvitation, GroupId, Invitation } from '@kolosok/contract'
import { Button, Skeleton, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPrinter, IconQrcode, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useId, useState } from 'react'
import { formatDay } from '#lib/dates.ts'
import { ErrorState } from '#ui/states.tsx'
import classes from './invitations.module.css'
import { groupInvitationsQuery, useInviteFamilies } from './queries.ts'
import { t } from './texts.ts'

// The QR code's library comes with the dialog.
const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog }))

const isOpen = ({ invitation }: ChildInvitation) => invitation?.state === 'open'
const needsLink = (child: ChildInvitation) => !isOpen(child) && child.guardians.length === 0

/** On a group's page, for whoever may invite: each family, and whether it can come in. */
export function InviteFamilies({ groupId, code }: { groupId: GroupId; code: string }) {
  const query = useQuery(groupInvitationsQuery(groupId))
  const invite = useInviteFamilies(groupId)
  const [shown, setShown] = useState<Invitation | null>(null)
  const heading = useId()
  const ask = (children: ChildInvitation[]) =>
    invite.mutate(
      children.map(({ child }) => child.id),
      {
        onSuccess: ({ created, children: now }) => {
          notifications.show({ message: t('families.done', { count: created }) })
          const [only] = children
          if (children.length === 1) setShown(now.find(({ child }) => child.id === only?.child.id)?.invitation ?? null)
        },
        onError: () => notifications.show({ color: 'red', message: t('error.failed') }),
      },
    )

  if (query.isPending) return <Skeleton height={120} radius="md" aria-hidden="true" />
  if (query.isError) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  const { children } = query.data
  const rest = children.filter(needsLink)
  return (
    <section aria-labelledby={heading}>
      <div className={classes.bar}>
        <Title order={2} fz="lg" id={heading}>
          {t('families.title')}
        </Title>
        <div className={classes.actions} style={{ gap: 8, marginLeft: 0 }}>
          {children.some(isOpen) && (
            <Button
              variant="default"
              leftSection={<IconPrinter size={20} />}
              renderRoot={(props) => <Link to="/o/$code/groups/$groupId/sheet" params={{ code, groupId }} {...props} />}
            >
              {t('families.print')}
            </Button>
          )}
          {rest.length > 0 && (
            <Button leftSection={<IconUserPlus size={20} />} loading={invite.isPending} onClick={() => ask(rest)}>
              {rest.length === children.length
                ? t('families.invite')
                : t('families.invite.rest', { count: rest.length })}
            </Button>
          )}
        </div>
      </div>
      {children.length === 0 ? (
        <Text c="dimmed">{t('families.empty')}</Text>
      ) : (
        <ul className={classes.list}>
          {children.map((child) => (
            <FamilyRow key={child.child.id} child={child} onShow={setShown} onInvite={() => ask([child])} />
          ))}
        </ul>
      )}
      {shown && (
        <Suspense>
          <LinkDialog invitation={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </section>
  )
}

type RowProps = { child: ChildInvitation; onShow: (invitation: Invitation) => void; onInvite: () => void }

function FamilyRow({ child, onShow, onInvite }: RowProps) {
  const { invitation } = child
  return (
    <li className={classes.row}>
      <div>
        <div className={classes.name}>{child.child.name}</div>
        <div className={classes.muted}>{stateOf(child)}</div>
      </div>
      <div className={classes.actions}>
        {invitation?.state === 'open' ? (
          <Button
            variant="subtle"
            size="sm"
            h={44}
            leftSection={<IconQrcode size={18} />}
            onClick={() => onShow(invitation)}
          >
            {t('show')}
          </Button>
        ) : (
          <Button variant="subtle" size="sm" h={44} onClick={onInvite}>
            {t(invitation ? 'families.new' : 'families.invite-one')}
          </Button>
        )}
      </div>
    </li>
  )
}

function stateOf({ guardians, invitation }: ChildInvitation): string {
  const words = guardians.length > 0 ? [t('families.joined', { guardians: guardians.join(', ') })] : []
  if (invitation?.state === 'open') {
    words.push(t('families.open', { until: t('until', { date: formatDay(invitation.expiresAt) }) }))
  } else if (invitation && guardians.length === 0) {
    words.push(t('families.closed', { state: t(`state.${invitation.state}`).toLowerCase() }))
  }
  return words.length > 0 ? words.join(' · ') : t('families.none')
}
