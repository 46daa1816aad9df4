import { nameKey } from '@kolosok/contract'

/** Text as it is looked for in what is kept as `nameKey` does: nothing in it is a pattern of `like`. */
export const likeText = (text: string): string => nameKey(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Its words, each to be found somewhere; none of an empty search. */
export const likeWords = (search: string): string[] =>
  likeText(search)
    .split(' ')
    .filter((word) => word !== '')
