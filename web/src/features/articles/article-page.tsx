import { type Article, articleLanguage, type ArticleLanguage, articleName, type ArticleName } from '@kolosok/contract'
import { NativeSelect, Skeleton, Stack, Title } from '@mantine/core'
import { IconFileUnknown } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { ArticleText } from './article-text.tsx'
import classes from './articles.module.css'
import { Asking, BackToHelp, HelpFrame } from './help-frame.tsx'
import { Helped } from './helped.tsx'
import { nameOfLanguage, ownLanguage } from './languages.ts'
import { articleQuery } from './queries.ts'
import { t } from './texts.ts'

export function ArticlePage() {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const name = articleName.safeParse(params['name'])
  return (
    <HelpFrame>
      <BackToHelp />
      {name.success ? <Read key={name.data} name={name.data} /> : <Missing />}
      <Asking />
    </HelpFrame>
  )
}

function Read({ name }: { name: ArticleName }) {
  const [language, setLanguage] = useState(ownLanguage)
  const query = useQuery({ ...articleQuery(name, language), placeholderData: keepPreviousData })
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
      <Languages article={query.data} onChoose={setLanguage} />
      <article className={classes.article} lang={query.data.language ?? 'ru'}>
        <Title order={1} fz={26}>
          {query.data.title}
        </Title>
        <ArticleText text={query.data.text} />
      </article>
      <Helped name={name} />
    </>
  )
}

type LanguagesProps = { readonly article: Article; readonly onChoose: (language: ArticleLanguage | undefined) => void }

/** Only where it was translated. */
function Languages({ article: { language, languages }, onChoose }: LanguagesProps) {
  if (languages.length === 0) return null
  return (
    <NativeSelect
      aria-label={t('language')}
      value={language ?? 'ru'}
      data={['ru', ...languages].map((value) => ({ value, label: nameOfLanguage(value) }))}
      onChange={({ currentTarget }) => onChoose(articleLanguage.safeParse(currentTarget.value).data)}
      style={{ alignSelf: 'flex-start' }}
    />
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
