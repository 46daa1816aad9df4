/** «М. С. Иванова» from «Иванова Мария Сергеевна»; any other order of words stays as it is. */
export function shortName(name: string): string {
  const [family, given, patronymic, ...rest] = name.trim().split(' ')
  if (rest.length > 0 || given === undefined || !/(?:ич|на|оглы|кызы)$/iu.test(patronymic ?? '')) return name
  return `${initial(given)} ${initial(patronymic)} ${family ?? ''}`.trim()
}

const initial = (word = ''): string => `${word.charAt(0).toUpperCase()}.`
