import type { CallsTrouble } from '@kolosok/contract'

/** What whoever installs reads about calls, and can do. */
export const remedies: Readonly<Record<CallsTrouble, string>> = {
  'starting': 'запускаются',
  'arriving': 'готовятся: LiveKit скачивается или собирается, остальное уже работает',
  'not-found':
    'Программы livekit-server нет, скачать и собрать её не вышло. Положите её в папку bin в папке данных ' +
    '(github.com/livekit/livekit/releases, версия 1.13.5; на macOS: brew install livekit) или укажите LIVEKIT_URL',
  'not-running': 'livekit-server не запускается, причина в журнале (LOG_LEVEL=warn)',
  'port-taken':
    'Порт занят. Освободите порты LiveKit или выберите другие: LIVEKIT_PORT, LIVEKIT_TCP_PORT, LIVEKIT_UDP_PORT, LIVEKIT_TURN_PORT',
  'unreachable': 'LiveKit по адресу LIVEKIT_URL не отвечает. Проверьте адрес и сеть',
}
