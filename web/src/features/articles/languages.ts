import { articleLanguage, type ArticleLanguage } from '@kolosok/contract'

/** «Татарча», as its own speakers call it; where the browser does not know that, in Russian. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language, 'ru'], { type: 'language' }).of(language) ?? language
  return `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)}`
}

/** For the operator. */
export const inRussian = (language: string) =>
  new Intl.DisplayNames('ru', { type: 'language' }).of(language) ?? language

/** What the browser's owner would rather read than Russian; undefined: Russian. */
export function ownLanguage(): ArticleLanguage | undefined {
  for (const tag of navigator.languages) {
    const [language] = tag.split('-')
    if (language === 'ru') return undefined
    const known = articleLanguage.safeParse(language)
    if (known.success) return known.data
  }
  return undefined
}
