// «Соколова Мария Сергеевна»: only what ends like a patronymic tells three words with capitals from a heading.
const word = '\\p{Lu}\\p{Ll}{1,30}(?:-\\p{Lu}\\p{Ll}{1,30})?'
const patronymic = '\\p{Lu}\\p{Ll}{1,30}(?:вич|ич|вна|чна|вну|чну)(?!\\p{L})'
/** «воспитателя группы»: what one may be besides. */
const behind = `(?!\\p{L})[^\\p{Lu}\\n]{0,80}(${word}) (${word}) (${patronymic})`

const administrator = new RegExp(`администратор(?:ом|а|у)?${behind}`, 'u')
const head = new RegExp(`(?:заведующ(?:ий|ая|ей|его)|директора?|руководител[ья])${behind}`, 'u')

export const recognizeAdministrator = (text: string): string => nameIn(administrator, text)
export const recognizeHead = (text: string): string => nameIn(head, text)

function nameIn(pattern: RegExp, text: string): string {
  const [, family = '', given = '', third = ''] =
    pattern.exec(text.replace(titles, (found) => found.toLowerCase())) ?? []
  return third === '' ? '' : [family, given, third].map((part, place) => asCalled(part, place, third)).join(' ')
}

/** Capitals tell names from other words; these may have one, too. */
const titles =
  /(?<!\p{L})(?:Администратор|Заведующ|Директор|Руководител|Воспитател|Педагог|Учител|АДМИНИСТРАТОР|ЗАВЕДУЮЩ|ДИРЕКТОР|РУКОВОДИТЕЛ)\p{L}{0,3}(?!\p{L})/gu

/** Orders appoint «Соколову Марию Сергеевну»: women's names are led back; men's stay as they are written. */
function asCalled(part: string, place: number, third: string): string {
  if (!/ну$/u.test(third)) return part
  if (place === 2) return part.replace(/у$/u, 'а')
  if (place === 1) return part.replace(/ю$/u, 'я').replace(/у$/u, 'а')
  return part.replace(/(ск|цк)ую$/u, '$1ая').replace(/(ов|ев|ёв|ин|ын)у$/u, '$1а')
}
