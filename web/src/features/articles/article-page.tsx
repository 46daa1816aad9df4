import { articleName, type ArticleName } from '@kolosok/contract'
import { Button, Skeleton, Stack, Title } from '@mantine/core'
import { IconArrowLeft, IconFileUnknown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { isProblem } from '#lib/api.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { ArticleText } from './article-text.tsx'
import classes from './articles.module.css'
import { Asking, HelpFrame } from './help-frame.tsx'
import { Helped } from './helped.tsx'
import { articleQuery } from './queries.ts'
import { t } from './texts.ts'

export function ArticlePage() {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const name = articleName.safeParse(params['name'])
  return (
    <HelpFrame>
      <Button
        renderRoot={(props) => <Link to="/help" {...props} />}
        variant="subtle"
        leftSection={<IconArrowLeft size={18} />}
        className={classes.back}
      >
        {t('back.help')}
      </Button>
      {name.success ? <Read key={name.data} name={name.data} /> : <Missing />}
      <Asking />
    </HelpFrame>
  )
}

function Read({ name }: { name: ArticleName }) {
  const query = useQuery(articleQuery(name))
  if (query.isPending) {
    return (
      <Stack gap="xs" aria-label={t('loading')} role="status">
        <Skeleton height={34} width="70%" />
        <Skeleton height={160} radius="lg" />
      </Stack>
    )
  }
  if (query.isError) {
    if (isProblem(query.error, 'not-found')) return <Missing />
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  return (
    <>
      <article className={classes.article}>
        <Title order={1} fz={26}>
          {query.data.title}
        </Title>
        <ArticleText text={query.data.text} />
      </article>
      <Helped name={name} />
    </>
  )
}

const Missing = () => (
  <EmptyState
    isPage
    icon={<IconFileUnknown size={40} />}
    title={t('article.missing')}
    text={t('article.missing.text')}
  />
)
