import type { Config } from '../config.ts'
import { findWarnings } from './warnings.ts'

type Facts = { readonly config: Config; readonly calls: string; readonly operatorLink?: string | undefined }

/** What stands on the console once everything is up. */
export function closingBlock({ config, calls, operatorLink }: Facts): string {
  const { isDemo, SMTP_URL, SMS_URL, TLS_CERT_FILE, PUBLIC_URL, DATABASE_URL } = config
  const rows: [string, string][] = [
    ['Адрес', config.publicUrl],
    ...(isDemo ? [['Демонстрация', `${config.publicUrl}/demo`] as [string, string]] : []),
    ['Папка данных', config.dataFolder],
    ['База данных', DATABASE_URL ? 'ваша (DATABASE_URL)' : 'встроенная'],
    ['Звонки', calls],
    ['Почта', onOff(SMTP_URL, isDemo, 'выключена, включается настройкой SMTP_URL')],
    ['СМС', onOff(SMS_URL, isDemo, 'выключены, включаются настройкой SMS_URL')],
    ['HTTPS', httpsState(TLS_CERT_FILE, PUBLIC_URL)],
  ]
  return [
    '',
    `  Колосок работает${isDemo ? ' (демонстрация)' : ''}`,
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(14)} ${value}`),
    '',
    ...findWarnings(config).map((warning) => `  Внимание: ${warning}\n`),
    ...(operatorLink
      ? [
          `  Кто откроет эту ссылку, станет оператором платформы. Она сработает один раз, в течение часа:`,
          `  ${operatorLink}`,
          '',
        ]
      : []),
    '  Остановить: Ctrl+C',
    '',
  ].join('\n')
}

function onOff(setting: string | undefined, isDemo: boolean, off: string): string {
  if (setting) return 'включены'.replace('ены', setting.startsWith('smtp') ? 'ена' : 'ены')
  return isDemo ? 'показываются на странице «Исходящие»' : off
}

function httpsState(certificate: string | undefined, publicUrl: string | undefined): string {
  if (certificate) return 'включён'
  return publicUrl?.startsWith('https:') ? 'у прокси-сервера' : 'выключен (TLS_CERT_FILE и TLS_KEY_FILE)'
}
