import { createTexts } from '#lib/i18n.ts'
import { signIn } from '#locales/ru/sign-in.ts'

export const t = createTexts(signIn)

/** «1 минуту 30 секунд» */
export const splitTime = (seconds: number) => ({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
