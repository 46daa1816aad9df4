import { drawPdf } from '#platform/pdf.ts'

type Facts = {
  readonly organizationName: string
  readonly headName: string
  readonly administratorName: string
  readonly date: Date
}

const day = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric' })

/** The head's order as a kindergarten would send it, naming the people of its application. */
export function drawOrder({ organizationName, headName, administratorName, date }: Facts): Promise<Buffer> {
  return drawPdf({
    info: { title: 'Приказ о назначении администратора' },
    pageSize: 'A4',
    pageMargins: [85, 57, 43, 57],
    defaultStyle: { font: 'Roboto', fontSize: 12, lineHeight: 1.35 },
    content: [
      { text: organizationName, alignment: 'center', margin: [0, 0, 0, 24] },
      { text: 'ПРИКАЗ', bold: true, fontSize: 14, alignment: 'center', margin: [0, 0, 0, 18] },
      { columns: [day.format(date), { text: '№ 47', alignment: 'right' }], margin: [0, 0, 0, 18] },
      { text: 'О назначении администратора информационно-коммуникационной платформы', margin: [0, 0, 0, 18] },
      'В целях организации работы участников образовательных отношений в едином защищённом образовательном пространстве',
      { text: 'ПРИКАЗЫВАЮ:', margin: [0, 12, 0, 12] },
      {
        ol: [
          `Назначить администратором платформы работника: ${administratorName}.`,
          'Администратору направить заявку на регистрацию организации с приложением настоящего приказа, создать структуру организации и организовать присоединение педагогических работников и родителей (законных представителей).',
          'Контроль за исполнением настоящего приказа оставляю за собой.',
        ],
      },
      {
        columns: ['Заведующий', { text: `____________ / ${shorten(headName)}`, alignment: 'right' }],
        margin: [0, 48, 0, 0],
      },
    ],
  })
}

/** «Громова Анна Павловна» signs as «А. П. Громова». */
function shorten(name: string): string {
  const [family = '', ...others] = name.split(' ')
  return [...others.map((other) => `${other.slice(0, 1)}.`), family].join(' ')
}
