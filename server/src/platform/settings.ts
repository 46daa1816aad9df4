import { z } from 'zod'
import { readTrustedProxies } from './trusted-proxies.ts'

// The messages are read by whoever installs Kolosok, beside the setting's name; the descriptions make docs/operating.md.
const port = (fallback: number) =>
  z.coerce
    .number('нужен номер порта')
    .int('нужен номер порта')
    .min(0, 'нужен порт от 0 до 65535')
    .max(65_535, 'нужен порт от 0 до 65535')
    .default(fallback)
const address = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `нужен адрес вида ${example}` }).optional()
const web = /^https?$/
const headers = z.record(z.string(), z.string())

function isHeaders(setting: string): boolean {
  try {
    return headers.safeParse(JSON.parse(setting)).success
  } catch {
    return false
  }
}

/** Every setting, with the sentence that `docs/operating.md` shows for it. */
export const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; `0.0.0.0` for the whole network.'),
  PORT: port(3000).describe('Port to listen on.'),
  KOLOSOK_DATA: z
    .string()
    .optional()
    .describe(
      'The data folder: database, files, secrets. By default `data` beside the program, `data-demo` for the demonstration.',
    ),
  PUBLIC_URL: address(web, 'https://kolosok.example.ru').describe(
    'Where browsers reach the server, as printed on invitations and in letters. Pages of this address alone may call the server.',
  ),
  TRUST_PROXY: z
    .string()
    .refine(
      (setting) => readTrustedProxies(setting) !== undefined,
      'нужны адреса или сети прокси-серверов через запятую, например 127.0.0.1',
    )
    .optional()
    .describe(
      "Addresses or networks of the reverse proxies in front, separated by commas (`127.0.0.1`, `10.0.0.0/8`, `loopback`). Their `X-Forwarded-For` and `X-Forwarded-Proto` are then believed; without this, nobody's.",
    ),
  TLS_CERT_FILE: z.string().optional().describe('Certificate with its chain (PEM). Read again when it changes.'),
  TLS_KEY_FILE: z.string().optional().describe('Private key of the certificate (PEM). Read again when it changes.'),
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgres://user:password@host/kolosok').describe(
    'A PostgreSQL (15 or newer) of your own; without it one is started in the data folder.',
  ),
  LIVEKIT_URL: address(/^(https?|wss?)$/, 'https://livekit.example.ru').describe(
    'A LiveKit server of your own; without it one is started beside this server. Its webhooks must go to `/api/livekit/webhook` here.',
  ),
  LIVEKIT_API_KEY: z.string().optional().describe('Key of your own LiveKit server.'),
  LIVEKIT_API_SECRET: z.string().optional().describe('Secret of your own LiveKit server.'),
  LIVEKIT_NODE_IP: z
    .ipv4('нужен адрес IPv4')
    .optional()
    .describe(
      'Address at which browsers reach the media ports. By default the address listened on or, with `0.0.0.0`, the one in the local network.',
    ),
  LIVEKIT_PORT: port(7880).describe(
    'Signalling of the LiveKit started here, on this machine only; browsers come through `PORT`.',
  ),
  LIVEKIT_TCP_PORT: port(7881).describe('Sound and picture over TCP, where UDP is blocked. Open it in the firewall.'),
  LIVEKIT_UDP_PORT: port(7882).describe('Sound and picture over UDP. Open it in the firewall.'),
  LIVEKIT_TURN_PORT: port(3478).describe(
    'Our own TURN and STUN server (UDP), so that no foreign one is asked. Open it in the firewall.',
  ),
  LIVEKIT_RELEASE_URL: address(web, 'https://mirror.example.ru/livekit')
    .default('https://github.com/livekit/livekit/releases/download/v1.13.5')
    .describe(
      'Where the tested release of LiveKit is fetched from, once; a mirror of your own will do, the checksum is fixed.',
    ),
  SMTP_URL: address(/^smtps?$/, 'smtp://user:password@mail.example.ru:587').describe(
    'Mail server for codes and letters. Without it no mail is sent.',
  ),
  MAIL_FROM: z.string().optional().describe('Sender of the letters, `Колосок <no-reply@example.ru>`.'),
  MAIL_IN_PORT: port(0).describe(
    'Port of the mail server that takes in letters to the support, 25 for a domain of its own; 0 takes in none. Encrypted with the certificate of the pages.',
  ),
  MAIL_IN_HOST: z.string().min(1).default('0.0.0.0').describe('Address on which letters are taken in.'),
  MAIL_IN_ADDRESS: z
    .email('нужен адрес вида help@example.ru')
    .optional()
    .describe(
      'Address of the support, `help@example.ru`. The MX record of its domain leads here. Letters to any other address are refused.',
    ),
  MAIL_IN_APPLICATIONS: z
    .email('нужен адрес вида info@example.ru')
    .optional()
    .describe(
      'Address for applications of organizations, another one than the support’s, `info@example.ru`: a letter with the head’s order attached begins an application, which its sender completes by a link.',
    ),
  IMAP_URL: address(/^imaps?$/, 'imaps://user:password@imap.example.ru').describe(
    'Mailbox from which letters to these addresses are fetched, where none can be sent here. Without encryption (`imap:`) only where the server offers STARTTLS, or on this machine.',
  ),
  IMAP_FOLDER: z
    .string()
    .min(1)
    .default('INBOX')
    .describe('Folder of that mailbox. What has been taken is marked as read.'),
  IMAP_EVERY_SECONDS: z.coerce
    .number('нужно число секунд')
    .int('нужно целое число секунд')
    .min(10, 'нужно число от 10')
    .max(3600, 'нужно число до 3600')
    .default(60)
    .describe('How many seconds lie between two looks into the mailbox.'),
  SMS_URL: address(web, 'https://sms.example.ru/send').describe(
    'HTTP gateway for SMS. `{phone}` (with its plus), `{digits}` (without) and `{text}` are filled in here, in the headers and in the body, escaped as each place needs.',
  ),
  SMS_METHOD: z
    .enum(['GET', 'POST', 'PUT'], 'нужно GET, POST или PUT')
    .default('POST')
    .describe('Method of the call to the SMS gateway.'),
  SMS_HEADERS: z
    .string()
    .refine(isHeaders, 'нужен JSON вида {"authorization": "Bearer …"}')
    .optional()
    .describe('Headers of the call to the SMS gateway, as JSON: `{"authorization": "Bearer …"}`.'),
  SMS_BODY: z
    .string()
    .optional()
    .describe('Body of the call to the SMS gateway, a template: `{"to": "{phone}", "text": "{text}"}`.'),
  UPLOAD_LIMIT_MB: z.coerce
    .number('нужно число мегабайт')
    .int('нужно целое число мегабайт')
    .min(1, 'нужен хотя бы 1 мегабайт')
    .default(1024)
    .describe('Largest file that people may send, in megabytes.'),
  RECORDINGS_AT_ONCE: z.coerce
    .number('нужно число записей')
    .int('нужно целое число записей')
    .min(0, 'нужно число от 0')
    .optional()
    .describe(
      'How many broadcasts and calls may be recorded at the same time; 0 is none. By default one for each two cores.',
    ),
  RECORDING_RESERVE_MB: z.coerce
    .number('нужно число мегабайт')
    .int('нужно целое число мегабайт')
    .min(0, 'нужно число от 0')
    .default(2048)
    .describe(
      'How many megabytes of the disk recordings and archives of organizations leave free. An hour takes about a gigabyte, and as much again while it is finished.',
    ),
  RECORDINGS_PER_ORGANIZATION_MB: z.coerce
    .number('нужно число мегабайт')
    .int('нужно целое число мегабайт')
    .min(0, 'нужно число от 0')
    .default(51_200)
    .describe(
      'How many megabytes the recordings of one organization may take; then none is begun until one is deleted or its thirty days are over. 0 is no limit.',
    ),
  MESSAGES_PER_MINUTE: z.coerce
    .number('нужно число сообщений')
    .int('нужно целое число сообщений')
    .min(0, 'нужно число от 0')
    .default(60)
    .describe('How many messages one person may send in a minute after the first thirty; 0 is no limit.'),
  BACKUP_FOLDER: z
    .string()
    .optional()
    .describe(
      'Where backups are kept, best on another disk. By default `backups` in the data folder. Each holds all data and the secrets.',
    ),
  BACKUP_EVERY_HOURS: z.coerce
    .number('нужно число часов')
    .int('нужно целое число часов')
    .min(0, 'нужно число от 0')
    .default(24)
    .describe('How many hours after the last backup the next one is made; 0 is never.'),
  BACKUP_KEEP: z.coerce
    .number('нужно число копий')
    .int('нужно целое число копий')
    .min(1, 'нужна хотя бы одна')
    .default(7)
    .describe('How many backups are kept; older ones make room.'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'нужно одно из fatal, error, warn, info, debug, trace, silent',
    )
    .default('warn')
    .describe('How much the server writes about its work.'),
})

/** These only work together. */
export const pairs: readonly (readonly (keyof typeof settings.shape)[])[] = [
  ['TLS_CERT_FILE', 'TLS_KEY_FILE'],
  ['SMTP_URL', 'MAIL_FROM'],
]
/** The first needs the others. */
export const needs: readonly (readonly [keyof typeof settings.shape, ...(keyof typeof settings.shape)[]])[] = [
  ['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'],
  // Whoever writes without an account is answered by letter only.
  ['MAIL_IN_PORT', 'MAIL_IN_ADDRESS', 'SMTP_URL'],
  ['IMAP_URL', 'MAIL_IN_ADDRESS', 'SMTP_URL'],
  ['MAIL_IN_APPLICATIONS', 'MAIL_IN_ADDRESS'],
]
