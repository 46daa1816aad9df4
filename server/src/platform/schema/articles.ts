import type { ArticleLanguage, ArticleName, ArticleRole, ArticleTopic, ArticleVoteId } from '@kolosok/contract'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** What comes with the product. */
export type ShippedArticle = {
  readonly title: string
  readonly text: string
  readonly topic: ArticleTopic
  readonly roles: readonly ArticleRole[]
  readonly isOpen: boolean
  readonly screens: readonly string[]
  readonly position: number
}

type Json<T> = ColumnType<T | null, string | null | undefined, string | null>

export type ArticlesSchema = {
  article: {
    name: ArticleName
    title: string
    text: string
    plain: string
    topic: ArticleTopic
    roles: ArticleRole[]
    is_open: boolean
    screens: Generated<string[]>
    position: Generated<number>
    is_hidden: Generated<boolean>
    rev: Generated<number>
    changed_at: ColumnType<Date | null, Date | undefined, Date>
    shipped: Json<ShippedArticle>
    edited_from: Json<ShippedArticle>
    vector: GeneratedAlways<string>
  }
  article_translation: {
    article: ArticleName
    language: ArticleLanguage
    title: string
    text: string
    rev: Generated<number>
    of_rev: number
    changed_at: Date
  }
  article_vote: {
    id: ArticleVoteId
    article: ArticleName
    is_helpful: boolean
    word: Generated<string>
    at: Date
  }
}
