/** With the cities by which most find themselves: short enough for a field of a form. */
export const timeZones = {
  'Europe/Kaliningrad': 'Калининград, МСК−1',
  'Europe/Moscow': 'Москва, МСК',
  'Europe/Samara': 'Самара, Саратов, МСК+1',
  'Asia/Yekaterinburg': 'Екатеринбург, МСК+2',
  'Asia/Omsk': 'Омск, МСК+3',
  'Asia/Krasnoyarsk': 'Новосибирск, МСК+4',
  'Asia/Irkutsk': 'Иркутск, МСК+5',
  'Asia/Yakutsk': 'Якутск, Чита, МСК+6',
  'Asia/Vladivostok': 'Владивосток, МСК+7',
  'Asia/Magadan': 'Магадан, Сахалин, МСК+8',
  'Asia/Kamchatka': 'Камчатка, Чукотка, МСК+9',
} as const
