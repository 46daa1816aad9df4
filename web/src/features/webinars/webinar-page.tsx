import { pathOf, webinarEndpoints, type WebinarId } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { NotYet } from '#ui/not-yet.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { OwnCertificate } from './own-certificate.tsx'
import { webinarQuery } from './queries.ts'
import { Registration } from './registration.tsx'
import { t } from './texts.ts'
import { Watch } from './watch.tsx'
import { WebinarFacts } from './webinar-facts.tsx'
import classes from './webinars.module.css'

export function WebinarPage() {
  const { webinarId }: Record<string, string | undefined> = useParams({ strict: false })
  return <OneWebinar key={webinarId} webinarId={webinarId as WebinarId} />
}

function OneWebinar({ webinarId }: { webinarId: WebinarId }) {
  const query = useQuery(webinarQuery(webinarId))
  const webinar = query.data
  return (
    <PageFrame title={webinar?.title ?? t('one')} backTo={(props) => <Link to="/webinars" {...props} />}>
      <NotYet query={query} hidden={t('error.hidden')} />
      {webinar && (
        <>
          <WebinarFacts webinar={webinar} />
          <Watch webinar={webinar} />
          <Registration webinar={webinar} />
          <OwnCertificate webinar={webinar} />
          <div className={classes.tools}>
            <Button
              component="a"
              href={pathOf(webinarEndpoints.calendarFile, { webinarId })}
              download
              variant="default"
              leftSection={<IconCalendarDown size={20} />}
            >
              {t('file')}
            </Button>
          </div>
        </>
      )}
    </PageFrame>
  )
}
