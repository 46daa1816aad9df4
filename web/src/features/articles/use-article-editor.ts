import type { ArticleName, ArticleRole, ArticleTopic, EditedArticle } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ApiProblem, isProblem } from '#lib/api.ts'
import { useWrite } from './manage-queries.ts'
import { m } from './manage-texts.ts'

type Typed = {
  readonly title: string
  readonly text: string
  readonly topic: ArticleTopic
  readonly roles: readonly ArticleRole[]
  readonly isOpen: boolean
}

const nothing: Typed = { title: '', text: '', topic: 'own', roles: ['parent', 'teacher'], isOpen: false }

/** What is being written; a retry writes it once. `article`: null for a new one. */
export function useArticleEditor(name: ArticleName, article: EditedArticle | null, onWritten: () => void) {
  const [typed, setTyped] = useState<Typed>(() => (article ? typedOf(article) : nothing))
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const write = useWrite()

  const submit = () => {
    const found = {
      ...(typed.title.trim() === '' && { title: m('fault.required') }),
      ...(typed.text.trim() === '' && { text: m('fault.required') }),
      ...(typed.roles.length === 0 && { roles: m('fault.roles') }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const body = { ...typed, roles: [...typed.roles], rev: article?.rev ?? 0 }
    write.mutate(
      { params: { name }, body },
      {
        onSuccess: () => {
          notifications.show({ message: m('saved') })
          onWritten()
        },
        onError: (error) => {
          setFaults(badFieldsOf(error))
        },
      },
    )
  }

  return {
    ...typed,
    change: (part: Partial<Typed>) => {
      setTyped({ ...typed, ...part })
      setFaults({})
    },
    faults,
    submit,
    isPending: write.isPending,
    problem: write.error && Object.keys(badFieldsOf(write.error)).length === 0 ? sentenceOf(write.error) : null,
  }
}

export type ArticleEditor = ReturnType<typeof useArticleEditor>

const typedOf = ({ title, text, topic, roles, isOpen }: EditedArticle): Typed => ({ title, text, topic, roles, isOpen })

const known = ['article-changed', 'too-many-articles', 'not-found'] as const

/** Why it did not work, as a whole. */
export const sentenceOf = (error: unknown): string =>
  m(`problem.${known.find((code) => isProblem(error, code)) ?? 'other'}`)

export function badFieldsOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request') return {}
  return Object.fromEntries(
    (error.body.errors ?? []).map(({ pointer, code }) => {
      const field = pointer.split('/')[1] ?? ''
      return [field, m(`fault.${code === 'required' || code === 'too-long' ? code : 'invalid'}`)]
    }),
  )
}
