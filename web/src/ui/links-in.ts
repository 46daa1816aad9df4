import { LinkifyIt } from 'linkify-it'

const linkify = new LinkifyIt().add('ftp:', null).add('//', null)

/** Where addresses stand in a text. */
export const findLinks = (text: string) => linkify.match(text) ?? []

/** The web addresses in a text, each once. */
export const linksIn = (text: string): string[] => [
  ...new Set(
    findLinks(text)
      .map(({ url }) => url)
      .filter((url) => /^https?:/i.test(url)),
  ),
]
