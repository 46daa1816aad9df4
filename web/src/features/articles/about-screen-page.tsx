import type { ListedArticle } from '@kolosok/contract'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import { HelpFrame } from './help-frame.tsx'
import { articlesQuery } from './queries.ts'
import { t } from './texts.ts'

/** From a page to what explains it to this reader; where nothing does, to all of the help. */
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
  const found = query.data && about(screen, query.data)
  return found ? (
    <Navigate to="/help/articles/$name" params={{ name: found.name }} replace />
  ) : (
    <Navigate to="/help" replace />
  )
}

/** What explains this very page, else the one it is a part of. */
function about(screen: string, articles: readonly ListedArticle[]): ListedArticle | undefined {
  const path = screen.replace(/\/$/, '')
  if (path === '') return undefined
  return articles.find(({ screens }) => screens.includes(path)) ?? about(path.slice(0, path.lastIndexOf('/')), articles)
}
