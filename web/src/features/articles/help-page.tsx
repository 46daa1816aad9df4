import { articleTopic, type ListedArticle } from '@kolosok/contract'
import { Skeleton, Stack, Title } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { HelpHead } from '#features/tickets/index.ts'
import { useMaybeMe } from '#lib/me.ts'
import { useFilter } from '#lib/use-filter.ts'
import { SearchField } from '#ui/search-field.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { ArticleLinks } from './article-links.tsx'
import classes from './articles.module.css'
import { Asking, HelpFrame } from './help-frame.tsx'
import { articlesQuery } from './queries.ts'
import { t } from './texts.ts'

const filter = z.object({ q: z.string().optional() })

/** Where everybody looks first when something is unclear. */
export function HelpPage() {
  const [{ q = '' }, change] = useFilter(filter)
  const isGuest = useMaybeMe() === null
  return (
    <HelpFrame>
      {isGuest ? (
        <div>
          <Title order={1} fz={26}>
            {t('help.title')}
          </Title>
          <p className={classes.lead}>{t('help.lead.guest')}</p>
        </div>
      ) : (
        <HelpHead />
      )}
      <SearchField label={t('search')} value={q} onChange={(next) => change({ q: next })} />
      <Articles q={q} />
      <Asking />
    </HelpFrame>
  )
}

function Articles({ q }: { q: string }) {
  const query = useQuery(articlesQuery(q))
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  if (!query.data) return <ListLoading />
  if (q === '' && query.data.length === 0) return <EmptyState title={t('empty.title')} />
  if (query.data.length === 0) {
    return <EmptyState icon={<IconSearchOff size={40} />} title={t('nothing.title')} text={t('nothing.text')} />
  }
  return q === '' ? <Topics articles={query.data} /> : <Found articles={query.data} />
}

const ListLoading = () => (
  <Stack gap="xs" aria-label={t('loading')} role="status">
    <Skeleton height={120} radius="lg" />
    <Skeleton height={120} radius="lg" />
  </Stack>
)

function Topics({ articles }: { articles: readonly ListedArticle[] }) {
  const topics = articleTopic.options.filter((topic) => articles.some((one) => one.topic === topic))
  return (
    <div className={classes.topics}>
      {topics.map((topic) => (
        <section key={topic} className={classes.topic} aria-labelledby={`topic-${topic}`}>
          <h2 id={`topic-${topic}`} className={classes.topicTitle}>
            {t(`topic.${topic}`)}
          </h2>
          <ArticleLinks articles={articles.filter((one) => one.topic === topic)} />
        </section>
      ))}
    </div>
  )
}

function Found({ articles }: { articles: readonly ListedArticle[] }) {
  return (
    <section className={classes.topic} aria-labelledby="found">
      <div role="status">
        <h2 id="found" className={classes.topicTitle}>
          {t('search.found', { count: articles.length })}
        </h2>
      </div>
      <ArticleLinks articles={articles} />
    </section>
  )
}
