/** What stands around the text of a local act on paper. */
export const localActPapers = {
  'inn': 'ИНН {inn}',
  'adopted': 'ПРИНЯТО',
  'adopted.by': 'педагогическим советом,',
  'heard': 'Мнение родителей (законных представителей) учтено,',
  'protocol': 'протокол от {date} № {number}',
  'approved': 'УТВЕРЖДЕНО',
  'approved.by': 'приказом {head}',
  'order.of': 'от {date} № {number}',
  'order': 'ПРИКАЗ',
  'number': '№ {number}',
  'order.read': 'С приказом ознакомлены:',
  'blank.day': '«____» ______________ 20___ г.',
  'blank.number': '________',
  'name': '(фамилия, инициалы)',
  'in-force': 'Редакция {number}. Действует с {day}',
  'superseded': 'Редакция {number}. Действовала с {day}, сейчас действует следующая редакция.',
  'repealed': 'УТРАТИЛ СИЛУ с {from}: приказ от {date} № {number}',
  'repealed.ahead': 'Утрачивает силу с {from}: приказ от {date} № {number}',
  'notice.title': 'Ознакомьтесь: {title}',
  'notice.text':
    'Документ приложен к объявлению и лежит в разделе «Документы». Прочитайте его и нажмите «Ознакомлен(а)»: ваше имя и время попадут в лист ознакомления.',
} as const
