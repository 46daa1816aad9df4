import { Button, Text } from '@mantine/core'
import type { ImportDraft } from '@kolosok/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import classes from './imports.module.css'
import { LineProblems } from './line-row.tsx'
import { linesQuery } from './queries.ts'
import { t } from './texts.ts'

/** Once more, after it came in: who is there without a number or an address that nobody could read. */
export function DoubtfulLines({ draft: { id, counts } }: { draft: ImportDraft }) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(linesQuery(id, 'doubtful'))
  const lines = data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <section aria-labelledby="doubtful" className={classes.after}>
      <h2 id="doubtful" className={classes.doubtful}>
        {t('applied.doubtful', { count: counts.doubtful })}
      </h2>
      <Text c="dimmed">{t('applied.doubtful.text')}</Text>
      <ul className={classes.rows}>
        {lines.map((line) => (
          <li key={line.line} className={classes.line}>
            <span className={classes.number}>{t('line', { line: line.line })}</span>
            <div className={classes.said}>
              <b>{line.name}</b>
              <span>{line.group}</span>
              <LineProblems line={line} />
            </div>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('lines.more')}
        </Button>
      )}
    </section>
  )
}
