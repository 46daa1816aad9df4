/** «Заведующая», «директор школы»; a deputy of theirs, or who looks after a household, is somebody else. */
export const isHeadsPosition = (position: string): boolean =>
  /^(и\.\s?о\.\s*|исполняющ\S+ обязанности\s+)?(заведующ(ий|ая|его|ей)|директора?)(?!\p{L})(?!\s+(хозяйств|склад|производств|столов|аптек|библиотек))/iu.test(
    position.trim(),
  )
