/** Marks that turn the reading direction make `gpj.exe` out of `exe.jpg`. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** The last part of a path, shown to others and written into a header. */
export function cleanFileName(given: string, extension?: string): string {
  const last = given.normalize('NFC').replace(invisible, '').split(/[/\\]/).pop()?.trim() ?? ''
  const name = last === '' || /^\.+$/.test(last) ? 'файл' : last
  if (extension === undefined) return shorten(name)
  const sameKind = extension === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${extension}$`, 'i')
  return sameKind.test(name) ? shorten(name) : shorten(`${name.replace(/\.[^.]{1,5}$/, '')}.${extension}`)
}

function shorten(name: string): string {
  if (name.length <= 150) return name
  const end = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return name.slice(0, 150 - end.length) + end
}
