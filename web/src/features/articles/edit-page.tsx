import { articleName, type ArticleName, type EditedArticle } from '@kolosok/contract'
import { Button, Skeleton, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { ArticleForm } from './article-form.tsx'
import { ArticleTools, ShippedText, Words } from './article-tools.tsx'
import classes from './articles.module.css'
import { editedQuery } from './manage-queries.ts'
import { m } from './manage-texts.ts'
import { Translations } from './translations.tsx'
import { Standing } from './standing.tsx'
import { useArticleEditor } from './use-article-editor.ts'

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className={classes.page}>
      <Button
        renderRoot={(props) => <Link to="/operator/articles" {...props} />}
        variant="subtle"
        leftSection={<IconArrowLeft size={18} />}
        className={classes.back}
      >
        {m('back.list')}
      </Button>
      {children}
    </div>
  )
}

export function NewArticlePage() {
  const [name] = useState(() => newId() as ArticleName)
  const navigate = useNavigate()
  const editor = useArticleEditor(
    name,
    null,
    () => void navigate({ to: '/operator/articles/$name', params: { name }, replace: true }),
  )
  return (
    <Frame>
      <Title order={1} fz={26}>
        {m('edit.new')}
      </Title>
      <ArticleForm editor={editor} />
    </Frame>
  )
}

export function EditPage() {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const name = articleName.safeParse(params['name'])
  return <Frame>{name.success ? <Loaded name={name.data} /> : <EmptyState isPage title={m('missing')} />}</Frame>
}

function Loaded({ name }: { name: ArticleName }) {
  const query = useQuery(editedQuery(name))
  if (query.data) return <Edit key={query.data.rev} article={query.data} />
  if (query.isPending) return <Skeleton height={240} radius="lg" aria-label={m('loading')} role="status" />
  if (isProblem(query.error, 'not-found')) return <EmptyState isPage title={m('missing')} />
  return (
    <ErrorState
      title={m('error.title')}
      text={m('error.text')}
      retry={m('error.retry')}
      onRetry={() => void query.refetch()}
    />
  )
}

function Edit({ article }: { article: EditedArticle }) {
  const editor = useArticleEditor(article.name, article, () => undefined)
  return (
    <>
      <div>
        <Title order={1} fz={26}>
          {article.title}
        </Title>
        <Standing article={article} />
      </div>
      <ArticleTools article={article} />
      <ArticleForm editor={editor} />
      <Translations article={article} />
      <ShippedText article={article} />
      <Words words={article.words} />
    </>
  )
}
