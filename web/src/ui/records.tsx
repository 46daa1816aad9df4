import { Checkbox, NativeSelect, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './records.module.css'
import { t } from './records-texts.ts'
import type { Picked } from './use-picked.ts'

export type Column<Row, Order extends string = string> = {
  readonly key: string
  readonly title: string
  /** Of a desktop's table; the rest is shared evenly. */
  readonly width?: number | string
  /** The first column's is what the row is about. Null leaves a card without this line. */
  readonly cell: (row: Row) => ReactNode
  /** What can be done with the row: last, without a heading one sees. */
  readonly isActions?: boolean
  /** How a list can be put in order by this: the order's name for the server, and in words. */
  readonly orders?: { readonly up: readonly [Order, string]; readonly down: readonly [Order, string] }
}

type Props<Row, Id extends string, Order extends string> = {
  /** What these are, for a screen reader. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row, Order>[]
  readonly idOf: (row: Row) => Id
  readonly nameOf: (row: Row) => string
  readonly order?: Order
  readonly onOrder?: (order: Order) => void
  /** With it, rows can be picked: all of them, unless only some may be. */
  readonly picked?: Picked<Id> | undefined
  readonly mayPick?: (row: Row) => boolean
}

/** A table on a desktop, cards of the same on a phone; sorted and picked from. */
export function Records<Row, Id extends string, Order extends string>(props: Props<Row, Id, Order>) {
  const { label, rows, columns, idOf, order, onOrder, picked } = props
  return (
    <div className={classes.records}>
      {order !== undefined && onOrder && <OrderChoice columns={columns} order={order} onOrder={onOrder} />}
      <div className={classes.box}>
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              {picked && (
                <th className={classes.pick}>
                  <PickAll {...props} picked={picked} />
                </th>
              )}
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  style={column.width === undefined ? undefined : { width: column.width }}
                  {...(order !== undefined && ariaSort(column, order))}
                >
                  {order !== undefined && onOrder && column.orders ? (
                    <OrderButton title={column.title} orders={column.orders} order={order} onOrder={onOrder} />
                  ) : (
                    <span className={column.isActions ? 'visually-hidden' : undefined}>{column.title}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RecordRow key={idOf(row)} row={row} {...props} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function RecordRow<Row, Id extends string, Order extends string>(props: Props<Row, Id, Order> & { readonly row: Row }) {
  const { row, columns, idOf, nameOf, picked, mayPick } = props
  const id = idOf(row)
  const [about, ...others] = columns
  return (
    <tr data-picked={picked?.ids.has(id) || undefined}>
      {picked && (
        <td className={classes.pick}>
          {(mayPick?.(row) ?? true) && (
            <Checkbox
              className={classes.check}
              aria-label={t('pick', { name: nameOf(row) })}
              checked={picked.ids.has(id)}
              onChange={() => picked.toggle(id)}
            />
          )}
        </td>
      )}
      <th scope="row">{about?.cell(row)}</th>
      {others.map(({ key, title, cell, isActions }) => (
        <td key={key} {...(isActions ? { className: classes.actions } : { 'data-label': title })}>
          {cell(row)}
        </td>
      ))}
    </tr>
  )
}

function PickAll<Row, Id extends string>({
  rows,
  idOf,
  picked,
  mayPick = () => true,
}: {
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => Id
  readonly picked: Picked<Id>
  readonly mayPick?: (row: Row) => boolean
}) {
  const all = rows.filter(mayPick).map(idOf)
  const areAll = all.length > 0 && all.every((id) => picked.ids.has(id))
  return (
    <Checkbox
      className={classes.check}
      aria-label={t('pick.all')}
      checked={areAll}
      disabled={all.length === 0}
      indeterminate={!areAll && picked.ids.size > 0}
      onChange={() => picked.set(areAll ? [] : all)}
    />
  )
}

type Orders<Order extends string> = NonNullable<Column<unknown, Order>['orders']>

function OrderButton<Order extends string>({
  title,
  orders: { up, down },
  order,
  onOrder,
}: {
  readonly title: string
  readonly orders: Orders<Order>
  readonly order: Order
  readonly onOrder: (order: Order) => void
}) {
  const isUp = order === up[0]
  return (
    <UnstyledButton className={classes.order} onClick={() => onOrder(isUp ? down[0] : up[0])}>
      {title}
      {isUp && <IconArrowUp size={16} aria-hidden="true" />}
      {order === down[0] && <IconArrowDown size={16} aria-hidden="true" />}
    </UnstyledButton>
  )
}

function ariaSort<Row, Order extends string>({ orders }: Column<Row, Order>, order: Order) {
  if (!orders) return {}
  if (order === orders.up[0]) return { 'aria-sort': 'ascending' as const }
  return order === orders.down[0] ? { 'aria-sort': 'descending' as const } : {}
}

/** Cards have no heads to press. */
function OrderChoice<Row, Order extends string>({
  columns,
  order,
  onOrder,
}: {
  readonly columns: readonly Column<Row, Order>[]
  readonly order: Order
  readonly onOrder: (order: Order) => void
}) {
  const choices = columns.flatMap(({ title, orders }) =>
    orders
      ? [orders.up, orders.down].map(([value, words]) => ({ value, label: t('sort.by', { title, order: words }) }))
      : [],
  )
  return (
    <NativeSelect
      className={classes.orderChoice}
      size="md"
      aria-label={t('sort')}
      value={order}
      data={choices}
      onChange={(event) => {
        const chosen = choices.find(({ value }) => value === event.currentTarget.value)
        if (chosen) onOrder(chosen.value)
      }}
    />
  )
}
