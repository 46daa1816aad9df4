import { Button, Text } from '@mantine/core'
import { type ImportDraft, importEndpoints } from '@kolosok/contract'
import { call } from '#lib/api.ts'
import { Columns } from './columns.tsx'
import { sentenceOf } from './faults.ts'
import classes from './imports.module.css'
import { Lines } from './lines.tsx'
import { useDraftChange } from './queries.ts'
import { t } from './texts.ts'

const APPLY = { children: 'apply', staff: 'apply.staff', groups: 'apply.groups' } as const

/** What was understood of a list, to be looked at and mended before anything changes. */
export function Draft({ draft }: { draft: ImportDraft }) {
  const { counts, groups, id, kind } = draft
  const apply = useDraftChange(id, () =>
    call(importEndpoints.apply, { params: { importId: id }, query: { seen: draft.digest } }),
  )
  const newGroups = groups.filter(({ isNew }) => isNew).length
  const reason = counts.bad > 0 ? t('apply.bad', { count: counts.bad }) : counts.ready === 0 ? t('apply.nothing') : ''

  return (
    <>
      <section className={classes.summary}>
        <p className={classes.figure}>{understood(draft)}</p>
        {newGroups > 0 && kind !== 'groups' && <p>{t('understood.new', { count: newGroups })}</p>}
        {counts.doubtful > 0 && (
          <p className={classes.doubtful}>{t('understood.doubtful', { count: counts.doubtful })}</p>
        )}
        <ul className={classes.groups}>
          {groups.map(({ name, isNew, children }) => (
            <li key={name} data-new={isNew || undefined}>
              {name} {kind !== 'groups' && <b>{children}</b>}
            </li>
          ))}
        </ul>
      </section>
      <Columns draft={draft} />
      <Lines key={counts.bad > 0 ? 'bad' : 'good'} draft={draft} />
      <div className={classes.end}>
        <Text c={apply.isError ? 'var(--danger)' : 'dimmed'} role={apply.isError ? 'alert' : undefined}>
          {apply.isError ? sentenceOf(apply.error) : reason}
        </Text>
        <Button size="md" disabled={reason !== ''} loading={apply.isPending} onClick={() => apply.mutate(undefined)}>
          {t(APPLY[kind], { count: kind === 'groups' ? groups.length : counts.ready })}
        </Button>
      </div>
    </>
  )
}

function understood({ kind, counts: { ready: count }, groups }: ImportDraft): string {
  if (count === 0) return t('understood.nobody')
  if (kind === 'groups') return t('understood.groups', { count: groups.length })
  return kind === 'staff' ? t('understood.staff', { count }) : t('understood', { count, groups: groups.length })
}
