import sharp from 'sharp'

const WIDTH = 1200
const HEIGHT = 900

/** Drawn, so that no real child is in them: a sky, a hill, and what the day was about. */
export function drawPhoto(name: string): Promise<Buffer> {
  const seed = Array.from(name, (letter) => letter.codePointAt(0) ?? 0).reduce(
    (sum, code) => (sum * 31 + code) % 9973,
    7,
  )
  const svg = name.startsWith('pond') ? pond(seed) : autumn(seed)
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()
}

const frame = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${String(WIDTH)}" height="${String(HEIGHT)}">${body}</svg>`
const sky = (top: string, bottom: string) =>
  `<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/>`
const spread = (seed: number, index: number, size: number) => (seed * (index + 3) * 7919) % size

function pond(seed: number): string {
  const ducks = Array.from({ length: 3 + (seed % 3) }, (_, i) => {
    const [x, y] = [120 + spread(seed, i, 900), 560 + spread(seed, i + 5, 240)]
    return `<g transform="translate(${String(x)} ${String(y)})"><ellipse rx="62" ry="34" fill="#f6f1e3"/><circle cx="52" cy="-38" r="25" fill="#f6f1e3"/><path d="M76 -40l30 7l-28 10z" fill="#e2a93b"/><circle cx="60" cy="-44" r="4" fill="#1d2433"/></g>`
  })
  const hill = '<path d="M0 470 Q300 330 640 440 T1200 400 V900 H0z" fill="#8fb277"/>'
  return frame(
    `${sky('#a9cdee', '#eef3e2')}${hill}<rect y="500" width="1200" height="400" fill="#6fa0c4"/>${ducks.join('')}`,
  )
}

function autumn(seed: number): string {
  const colours = ['#d9822b', '#c0392f', '#e2a93b', '#a86b1f']
  const leaves = Array.from({ length: 60 }, (_, i) => {
    const [x, y, turn] = [spread(seed, i, WIDTH), 380 + spread(seed, i * 3, 520), spread(seed, i, 360)]
    return `<path transform="translate(${String(x)} ${String(y)}) rotate(${String(turn)})" d="M0 -34c26 22 26 46 0 68c-26 -22 -26 -46 0 -68z" fill="${colours[i % 4] ?? ''}"/>`
  })
  const hedgehog =
    '<g transform="translate(600 620)"><ellipse rx="210" ry="130" fill="#7a5a3a"/><path d="M-190 -30l-40 -60l60 20l-10 -70l60 40l10 -74l56 50l34 -70l44 62l50 -56l24 70l60 -30l-4 66z" fill="#5b4129"/><circle cx="170" cy="10" r="14" fill="#1d2433"/><circle cx="216" cy="40" r="20" fill="#1d2433"/></g>'
  return frame(`${sky('#f3e3c0', '#e9d2a2')}${leaves.join('')}${hedgehog}`)
}

const leaflets: Record<string, string> = {
  'Расписание логопеда.txt': 'Вторник: Младшая 10:15, Старшая 11:00\r\nЧетверг: Младшая 9:30, Старшая 10:15\r\n',
  'Упражнения для дома.txt':
    '1. «Часики»: язычок влево-вправо, 10 раз.\r\n2. «Лошадка»: поцокать, 15 раз.\r\n3. «Дудочка»: вытянуть губы, 10 раз.\r\n',
  'Игры на неделю.txt':
    'Понедельник: считаем ступеньки.\r\nВторник: ищем слова на «К».\r\nСреда: складываем узор из семи спичек.\r\n',
}

export const writeLeaflet = (name: string): Buffer => Buffer.from(`\uFEFF${leaflets[name] ?? name}`)
