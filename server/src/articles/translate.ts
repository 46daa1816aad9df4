import type { ArticleLanguage, ArticleName, EditedArticle } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { deleteTranslation, findTranslation, upsertTranslation } from './translation.store.ts'
import { change } from './write.ts'

type Target = { readonly name: ArticleName; readonly language: ArticleLanguage }
type Given = Target & { readonly rev: number; readonly title: string; readonly text: string }

/** Of two who translate at once, the second is shown what the first has. Saying it again says that it still holds. */
export function translate(context: Context, actor: Actor, { name, language, rev, title, text }: Given) {
  return change(context, actor, name, async (tx, article) => {
    const there = await findTranslation(tx, name, language)
    const isSame = there?.title === title && there.text === text && there.ofRev === article.rev
    if (isSame) return null
    if ((there?.rev ?? 0) !== rev) throw new AppError('article-changed')
    await upsertTranslation(tx, name, { language, title, text, ofRev: article.rev }, context.clock())
    return 'article.translated'
  })
}

export function removeTranslation(context: Context, actor: Actor, { name, language }: Target): Promise<EditedArticle> {
  return change(context, actor, name, async (tx) =>
    (await deleteTranslation(tx, name, language)) ? 'article.translation-removed' : null,
  )
}
