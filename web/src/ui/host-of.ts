/** Where a link leads, short: `sad.example`, an address of mail, a number. As its author wrote it where that is plain. */
export function hostOf(url: string): string {
  if (!/^https?:/.test(url)) return url.replace(/^(mailto|tel):/, '')
  // Russian letters alone look like no other address; anything mixed is shown as browsers resolve it.
  const plain = /^https?:\/\/([а-яё\d.-]+)(?=[/?#]|$)/i.exec(url)?.[1]
  return (plain ?? (URL.canParse(url) ? new URL(url).hostname : url)).toLowerCase().replace(/^www\./, '')
}

/** Whether the words of a link are its address itself, so that there is nothing to add. */
export const areAddress = (words: string, url: string): boolean =>
  words.trim() === url || hostOf(`https://${words.trim().replace(/^https?:\/\//, '')}`) === hostOf(url)
