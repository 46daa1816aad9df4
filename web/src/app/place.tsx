import { UnstyledButton } from '@mantine/core'
import { IconHistory, IconSelector } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { logoUrl } from '#lib/logo.ts'
import { Face } from '#ui/face.tsx'
import { Logo } from '#ui/logo.tsx'
import { Badge } from './badge.tsx'
import classes from './place.module.css'
import { t } from './texts.ts'
import { useUnreadHereAndElsewhere } from './unread.ts'
import { countForPlace, waitingQuery } from './waiting.ts'

const OrganizationMenu = lazy(async () => ({ default: (await import('./organization-menu.tsx')).OrganizationMenu }))

/** Where one is: above the sections on a desktop; on a phone only for whoever has a choice. */
export function Place() {
  const { organization, all } = useCurrentOrganization()
  const { hasFormer, elsewhere } = useUnreadHereAndElsewhere()
  const waiting = useQuery({ ...waitingQuery(), select: countForPlace }).data
  const [isOpen, setOpen] = useState(false)
  if (all.length === 0) {
    return (
      <div className={classes.place}>
        <Logo size={34} />
      </div>
    )
  }
  const waitsElsewhere = all.reduce((sum, { id }) => sum + (id === organization?.id ? 0 : (waiting?.[id] ?? 0)), 0)
  const name = organization?.shortName ?? t('place.former')
  const button = (
    <UnstyledButton
      className={classes.button}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={() => setOpen(true)}
    >
      <span className={classes.face}>
        {organization ? (
          <Face name={name} isGroup size={40} image={logoUrl(organization.logoId)} />
        ) : (
          <IconHistory size={32} stroke={1.6} />
        )}
        {elsewhere > 0 ? (
          <Badge count={elsewhere} label={t('nav.unread', { count: elsewhere })} />
        ) : (
          waitsElsewhere > 0 && (
            <Badge count={waitsElsewhere} label={t('place.waiting', { count: waitsElsewhere })} isWaiting />
          )
        )}
      </span>
      <span className="visually-hidden">{t('place.label')}</span>
      <span className={classes.name}>{name}</span>
      <IconSelector size={18} stroke={1.7} className={classes.arrows} />
    </UnstyledButton>
  )
  return (
    <nav className={classes.place} aria-label={t('place')} data-several={all.length > 1 || hasFormer || undefined}>
      {isOpen ? (
        <Suspense fallback={button}>
          <OrganizationMenu hasFormer={hasFormer} onClose={() => setOpen(false)}>
            {button}
          </OrganizationMenu>
        </Suspense>
      ) : (
        button
      )}
    </nav>
  )
}
