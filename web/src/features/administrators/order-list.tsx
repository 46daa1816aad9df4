import { Anchor, Text, Title } from '@mantine/core'
import { type AdminOrder, fileEndpoints, pathOf } from '@kolosok/contract'
import { IconFileText } from '@tabler/icons-react'
import { formatFullDay, formatMoment } from '#lib/dates.ts'
import classes from './administrators.module.css'
import { t } from './texts.ts'

/** Newest first; the scan of each is a click away. */
export function OrderList({ orders }: { orders: readonly AdminOrder[] }) {
  return (
    <section className={classes.section} aria-labelledby="admin-orders">
      <Title order={2} fz="lg" id="admin-orders">
        {t('orders')}
      </Title>
      {orders.length === 0 && <Text c="dimmed">{t('orders.empty')}</Text>}
      <ul className={classes.rows}>
        {orders.map((order) => (
          <li key={order.id} className={classes.row}>
            <span className={classes.who}>
              <b>{t(`order.${order.kind}`, { name: order.name })}</b>
              <small>
                {order.isFromApplication
                  ? t('order.from-application')
                  : t('order.number', { number: order.number, date: formatFullDay(order.date ?? order.at) })}
              </small>
              {order.by !== '' && <small>{t('order.entered', { name: order.by, at: formatMoment(order.at) })}</small>}
            </span>
            <Anchor
              href={pathOf(fileEndpoints.content, { fileId: order.file.fileId })}
              target="_blank"
              rel="noreferrer"
              className={classes.scan}
              aria-label={t('order.open.label', { name: order.file.name })}
            >
              <IconFileText size={20} aria-hidden="true" />
              {t('order.open')}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  )
}
