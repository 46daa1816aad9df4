import { Button } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useOwnScroll } from '#lib/own-scroll.ts'
import { EmptyState } from '#ui/states.tsx'
import classes from './organization-frame.module.css'
import { SectionLinks } from './section-links.tsx'
import { t } from './texts.ts'
import { useFoundOrganization } from './use-organization.ts'

/** Around every page of «Организация»: its sections beside it on a desktop. */
export function OrganizationFrame() {
  const organization = useFoundOrganization()
  const { choose } = useCurrentOrganization()
  // On a phone all of it scrolls, on a desktop the page beside the sections.
  const [frame, content] = [useOwnScroll<HTMLDivElement>(), useOwnScroll<HTMLDivElement>()]
  const id = organization?.id
  useEffect(() => {
    if (id) choose(id)
    // oxlint-disable-next-line react/exhaustive-deps -- chosen by the address, once
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
    <div ref={frame} className={classes.frame}>
      <aside className={classes.aside}>
        <p className={classes.name}>{organization.shortName}</p>
        <SectionLinks code={organization.code} />
      </aside>
      <div ref={content} className={classes.content}>
        <Outlet />
      </div>
    </div>
  )
}
