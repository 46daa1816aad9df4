/** Whoever gets a code they did not ask for sees what somebody is trying. */
const purposes =
  '{purpose, select, signIn {войти} phone {подтвердить номер} phoneChange {сменить номер} merge {объединить входы} other {удалить учётную запись}}'

export const identity = {
  'code.sms': `{code} — код Колоска, чтобы ${purposes}. Никому его не говорите.`,
  'code.subject': `Колосок: код, чтобы ${purposes}`,
  'code.paragraph': 'Введите этот код там, где вы его попросили. Он действует 10 минут.',
  'code.warning': 'Никому его не говорите: ни педагоги, ни поддержка кода не спрашивают.',
} as const
