import type { ListedArticle } from '@kolosok/contract'
import { Skeleton, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import { ArticleLinks } from './article-links.tsx'
import classes from './articles.module.css'
import { Asking, BackToHelp, HelpFrame } from './help-frame.tsx'
import { articlesQuery } from './queries.ts'
import { t } from './texts.ts'

/** From a page to what explains it to this reader: the one, or which of them; where nothing does, to all of the help. */
export function AboutScreenPage() {
  const { screen = '' }: { screen?: string } = useSearch({ strict: false })
  const query = useQuery(articlesQuery())
  if (query.isPending) {
    return (
      <HelpFrame>
        <Skeleton height={160} radius="lg" aria-label={t('loading')} role="status" />
      </HelpFrame>
    )
  }
  const found = about(screen, query.data ?? [])
  const [first] = found
  if (!first) return <Navigate to="/help" replace />
  if (found.length === 1) return <Navigate to="/help/articles/$name" params={{ name: first.name }} replace />
  return (
    <HelpFrame>
      <BackToHelp />
      <Title order={1} fz={26}>
        {t('about.title')}
      </Title>
      <div className={classes.topic}>
        <ArticleLinks articles={found} />
      </div>
      <Asking />
    </HelpFrame>
  )
}

/** These explain themselves, and nothing below them. */
const OVERVIEWS = ['', '/o/$code', '/operator']

/** What explains this very page, else the one it is a part of. */
function about(screen: string, articles: readonly ListedArticle[]): readonly ListedArticle[] {
  const path = screen.replace(/\/$/, '')
  const found = articles.filter(({ screens }) => screens.includes(path))
  const above = path.slice(0, Math.max(0, path.lastIndexOf('/')))
  return found.length > 0 || OVERVIEWS.includes(above) ? found : about(above, articles)
}
