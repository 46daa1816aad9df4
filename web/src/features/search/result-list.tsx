import { IconMessageCircle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Face } from '#ui/face.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { Item } from './items.ts'
import classes from './search.module.css'
import { t } from './texts.ts'

type Props = {
  readonly id: string
  readonly recent: readonly Item[]
  readonly items: readonly Item[]
  /** The line one stands on. */
  readonly at: number
  readonly isEmpty: boolean
  readonly onChoose: (item: Item) => void
}

/** Lines under the name of their kind; the focus stays in the field. */
export function ResultList({ id, recent, items, at, isEmpty, onChoose }: Props) {
  const all = [...recent, ...items]
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const kinds = [
    ...(recent.length > 0 ? [{ kind: 'recent' as const, lines: recent }] : []),
    ...[...Map.groupBy(items, ({ kind }) => kind)].map(([kind, lines]) => ({ kind, lines })),
  ]
  if (isEmpty) return <EmptyState title={t('nothing')} text={t('nothing.text')} />
  if (all.length === 0) return null
  return (
    <div ref={list} id={id} role="listbox" aria-label={t('results')} className={classes.list}>
      {kinds.map(({ kind, lines }) => (
        <div key={kind} role="group" aria-label={t(`kind.${kind}`)}>
          <p className={classes.kind} aria-hidden="true">
            {t(`kind.${kind}`)}
          </p>
          {lines.map((item) => (
            <Line
              key={item.key}
              id={`${id}-${String(all.indexOf(item))}`}
              item={item}
              isMarked={all.indexOf(item) === at}
              onChoose={() => onChoose(item)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

type LineProps = {
  readonly id: string
  readonly item: Item
  readonly isMarked: boolean
  readonly onChoose: () => void
}

function Line({ id, item, isMarked, onChoose }: LineProps) {
  const { title, also, face = title, icon: Icon, kind, opens } = item
  return (
    <div id={id} role="option" aria-selected={isMarked} className={classes.line} onClick={onChoose}>
      {Icon ? (
        <span className={classes.icon}>
          <Icon size={20} stroke={1.6} aria-hidden="true" />
        </span>
      ) : (
        <Face name={face} size={36} isGroup={kind === 'group' || (kind === 'chat' && also === '')} />
      )}
      <span className={classes.words}>
        <b>{title}</b>
        {also !== '' && <small>{also}</small>}
      </span>
      {'chatWith' in opens && (
        <small className={classes.write}>
          <IconMessageCircle size={16} aria-hidden="true" />
          {t('write')}
        </small>
      )}
    </div>
  )
}
