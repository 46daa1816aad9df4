import { Button, SegmentedControl, Skeleton, Text, Title } from '@mantine/core'
import { type ImportDraft, lineList, type LineList } from '@kolosok/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorState } from '#ui/states.tsx'
import classes from './imports.module.css'
import { LineRow } from './line-row.tsx'
import { linesQuery } from './queries.ts'
import { t } from './texts.ts'

/** What somebody should look at first. */
const firstOf = ({ counts }: ImportDraft): LineList => {
  if (counts.bad > 0) return 'bad'
  return counts.doubtful > 0 ? 'doubtful' : 'ready'
}

/** Every line of the sheet is in one of these lists: nothing is left out silently. */
export function Lines({ draft }: { draft: ImportDraft }) {
  const [state, setState] = useState<LineList>(firstOf(draft))
  const shown = lineList.options.filter((one) => draft.counts[one] > 0 || one === state)
  return (
    <section className={classes.section} aria-labelledby="lines">
      <Title order={2} fz={18} id="lines">
        {t('lines')}
      </Title>
      <div className={classes.tabs}>
        <SegmentedControl
          size="md"
          value={state}
          onChange={(value) => setState(lineList.parse(value))}
          data={shown.map((value) => ({ value, label: `${t(`lines.${value}`)} ${String(draft.counts[value])}` }))}
        />
      </div>
      {(state === 'aside' || state === 'there' || state === 'doubtful') && (
        <Text c="dimmed" fz="sm">
          {t(`lines.${state}.lead`)}
        </Text>
      )}
      <LinesOf draft={draft} state={state} />
    </section>
  )
}

function LinesOf({ draft, state }: { draft: ImportDraft; state: LineList }) {
  const lines = useInfiniteQuery(linesQuery(draft.id, state))
  if (lines.isPending) return <Skeleton height={180} radius="md" />
  if (lines.isError && !lines.data) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void lines.refetch()}
      />
    )
  }
  const all = lines.data.pages.flatMap((page) => page.lines)
  return (
    <>
      {all.length === 0 && <Text c="dimmed">{t('lines.none')}</Text>}
      <ul className={classes.rows}>
        {all.map((line) => (
          <LineRow key={`${String(line.line)} ${line.state}`} draft={draft} line={line} />
        ))}
      </ul>
      {lines.hasNextPage && (
        <Button variant="default" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {t('lines.more')}
        </Button>
      )}
    </>
  )
}
