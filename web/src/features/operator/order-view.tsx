import { applicationEndpoints, type OperatorApplication, pathOf } from '@kolosok/contract'
import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { IconDownload, IconRotateClockwise } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import DOMPurify from 'dompurify'
import { lazy, Suspense, useState } from 'react'
import classes from './operator.module.css'
import { orderTextQuery } from './queries.ts'
import { t } from './texts.ts'

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }))

/** The order, shown in the page whatever it was sent as. */
export function OrderView({ application }: { application: OperatorApplication }) {
  const address = pathOf(applicationEndpoints.order, { applicationId: application.id })
  return (
    <section className={classes.card}>
      <Group justify="space-between" mb="sm">
        <div className={classes.grow}>
          <Title order={2} fz="lg">
            {t('order.title')}
          </Title>
          <Text c="dimmed" fz="sm">
            {application.order.name}
          </Text>
        </div>
        <Button
          component="a"
          href={address}
          download={application.order.name}
          variant="subtle"
          leftSection={<IconDownload size={18} />}
        >
          {t('order.download')}
        </Button>
      </Group>
      <Suspense fallback={<Skeleton height={520} radius="md" />}>
        <Order application={application} address={address} />
      </Suspense>
    </section>
  )
}

function Order({ application, address }: { application: OperatorApplication; address: string }) {
  const { mediaType, name, size } = application.order
  // A replaced order has the same address: its size makes it another one.
  if (mediaType === 'application/pdf') return <PdfView key={name + String(size)} address={address} />
  if (mediaType.startsWith('image/')) return <PhotoView key={name + String(size)} address={address} />
  return <DocxView application={application} />
}

/** Cameras do not always know how they were held: what lies on its side can be turned, for the one who reads it. */
function PhotoView({ address }: { address: string }) {
  const [turns, setTurns] = useState(0)
  return (
    <div className={classes.paper}>
      <Button
        variant="default"
        className={classes.turn ?? ''}
        leftSection={<IconRotateClockwise size={18} />}
        onClick={() => setTurns(turns + 1)}
      >
        {t('order.turn')}
      </Button>
      <div className={classes.photo} data-sideways={turns % 2 === 1 || undefined}>
        <img src={address} alt={t('order.page', { number: 1 })} style={{ rotate: `${String(turns * 90)}deg` }} />
      </div>
    </div>
  )
}

function DocxView({ application }: { application: OperatorApplication }) {
  const text = useQuery(orderTextQuery(application.id))
  if (text.isPending) return <Skeleton height={520} radius="md" aria-label={t('loading')} />
  if (text.isError) return <Text>{t('order.failed')}</Text>
  const clean = DOMPurify.sanitize(text.data.html, {
    FORBID_TAGS: ['style', 'form', 'input'],
    FORBID_ATTR: ['style', 'href'],
  })
  return <div className={classes.document} dangerouslySetInnerHTML={{ __html: clean }} />
}
