import type { Config } from '../config.ts'
import { isThisMachine } from '../this-machine.ts'

/** What will not work as it is set up, and what to do about it. */
export function findWarnings(config: Config): string[] {
  const { HOST, PUBLIC_URL, TLS_CERT_FILE, TRUST_PROXY, publicUrl } = config
  const isPlain = publicUrl.startsWith('http:')
  const isOpen = !isThisMachine(HOST) || !isThisMachine(new URL(publicUrl).hostname)
  return [
    ...(isPlain && isOpen
      ? [
          'по сети страница открывается без HTTPS, поэтому у людей не заработают камера, микрофон и чтение без связи,\n' +
            '  а пароли и сообщения может прочесть любой в той же сети. Укажите сертификат (TLS_CERT_FILE, TLS_KEY_FILE)\n' +
            '  или поставьте прокси-сервер с HTTPS (PUBLIC_URL, TRUST_PROXY), см. docs/operating.md.',
        ]
      : []),
    ...(isOpen && PUBLIC_URL === undefined
      ? ['приглашения и письма будут со ссылкой на ' + publicUrl + '. Укажите адрес, который видят люди: PUBLIC_URL.']
      : []),
    ...(publicUrl.startsWith('https:') && !TLS_CERT_FILE && !TRUST_PROXY
      ? [
          'PUBLIC_URL начинается с https, а сертификата нет. Если HTTPS у прокси-сервера, укажите его адрес: TRUST_PROXY.',
        ]
      : []),
  ]
}
