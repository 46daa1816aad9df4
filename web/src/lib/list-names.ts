import { locale } from './i18n.ts'

const list = new Intl.ListFormat(locale)

/** «Вы, Дарья и Лев»: whoever reads comes first, or «вы» would stand in the middle of a sentence. */
export const listNames = (names: readonly string[], you: string): string =>
  list.format([...names.filter((name) => name === you), ...names.filter((name) => name !== you)])
