import { pathOf, type Webinar, webinarEndpoints } from '@kolosok/contract'
import { Button, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { t } from './texts.ts'
import classes from './webinars.module.css'

/** One's own, to print; and its number, which leads to what anybody sees of it. */
export function OwnCertificate({ webinar: { id, own } }: { webinar: Webinar }) {
  const number = own?.certificate ?? null
  if (number === null) return null
  return (
    <section className={classes.panel} aria-label={t('certificate')}>
      <h2 className={classes.panelTitle}>{t('certificate')}</h2>
      <Text>
        <Link to="/certificates/$number" params={{ number }}>
          {t('certificate.text', { number })}
        </Link>
      </Text>
      <Button
        component="a"
        className={classes.only ?? ''}
        href={pathOf(webinarEndpoints.paper, { webinarId: id })}
        download
        leftSection={<IconDownload size={20} />}
      >
        {t('certificate.download')}
      </Button>
    </section>
  )
}
