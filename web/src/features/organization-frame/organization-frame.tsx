import { Button } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { EmptyState } from '#ui/states.tsx'
import classes from './organization-frame.module.css'
import { SectionLinks } from './section-links.tsx'
import { t } from './texts.ts'
import { useFoundOrganization } from './use-organization.ts'

/** Around every page of «Организация»: its sections beside it on a desktop. */
export function OrganizationFrame() {
  const organization = useFoundOrganization()
  const { choose } = useCurrentOrganization()
  const id = organization?.id
  useEffect(() => {
    if (id) choose(id)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- chosen by the address, once
  }, [id])

  if (!organization) {
    return (
      <EmptyState
        title={t('not-found.title')}
        text={t('not-found.text')}
        action={
          <Button component={Link} to="/chats">
            {t('home')}
          </Button>
        }
      />
    )
  }
  return (
    <div className={classes.frame}>
      <aside className={classes.aside}>
        <p className={classes.name}>{organization.shortName}</p>
        <SectionLinks code={organization.code} />
      </aside>
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  )
}
